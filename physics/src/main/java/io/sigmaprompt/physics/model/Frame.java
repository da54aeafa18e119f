package io.sigmaprompt.physics.model;

/**
 * A named frame that is fixed to a link: the link's own, a tool's centre point, an MJCF site.
 *
 * @param link index of the link in its model
 * @param pose from the frame to the link's own frame
 */
public record Frame(String name, int link, Pose pose) {

    /**
     * A link's own frame.
     *
     * @throws BadInputException if the model has no link of that name
     */
    public static Frame of(RobotModel model, String link) {
        int index = model.linkIndex(link);
        if (index < 0) {
            throw new BadInputException(
                    "robot '" + model.name() + "', frame '" + link + "'",
                    "no link has that name"
                            + Suggestion.phrase(
                                    link, model.links().stream().map(Link::name).toList()),
                    "`sigma model` lists the links.");
        }
        return new Frame(link, index, Pose.IDENTITY);
    }
}
