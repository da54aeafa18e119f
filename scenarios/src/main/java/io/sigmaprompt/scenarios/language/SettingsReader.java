package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.world.Integrator;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.analysis.NoveltySettings;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.Arrays;
import java.util.List;

/** Reads the settings of a twin's parts; what is not given is as the part's own default says. */
final class SettingsReader {
    private SettingsReader() {}

    static SimulationSettings simulation(Section at) {
        SimulationSettings or = SimulationSettings.DEFAULT;
        return new SimulationSettings(
                at.constant("integrator", or.integrator(), Integrator.values()),
                at.quantity("gravity", or.gravity(), Range.ANY, Dimension.ACCELERATION),
                at.quantity("servo-frequency", or.servoFrequency(), Range.POSITIVE, Dimension.ANGULAR_VELOCITY),
                at.quantity("servo-damping", or.servoDamping(), Range.POSITIVE, Dimension.RATIO),
                at.flag("bias-compensation", or.biasCompensation()));
    }

    /** Ingest expects frames as the sensors send them, unless told otherwise. */
    static IngestSettings ingest(Section at, long telemetryNanos) {
        IngestSettings or = IngestSettings.DEFAULT;
        return new IngestSettings(
                at.nanos("period", telemetryNanos, Range.POSITIVE),
                at.quantity("gap-factor", or.gapFactor(), Range.POSITIVE, Dimension.RATIO),
                at.nanos("reorder", or.reorderNanos(), Range.NOT_NEGATIVE));
    }

    static PredictionSettings prediction(Section at) {
        return new PredictionSettings(at.nanos("horizon", PredictionSettings.DEFAULT.horizonNanos(), Range.POSITIVE));
    }

    static AnalysisSettings analysis(Section at) {
        AnalysisSettings or = AnalysisSettings.DEFAULT;
        return new AnalysisSettings(
                at.nanos("stale-after", or.staleNanos(), Range.POSITIVE),
                at.quantity("residual-sigma", or.residualSigma(), Range.POSITIVE, Dimension.RATIO),
                at.quantity("residual-floor", or.residualFloor(), Range.NOT_NEGATIVE, Dimension.RATIO),
                at.nanos("residual-hold", or.residualHoldNanos(), Range.NOT_NEGATIVE),
                (int) Math.min(Integer.MAX_VALUE, at.integer("residual-window", or.residualWindow())),
                novelty(at, or.novelty()),
                watch(at, or.watch()));
    }

    private static NoveltySettings novelty(Section at, NoveltySettings or) {
        return new NoveltySettings(
                at.text("novelty", or.model()),
                at.nanos("novelty-period", or.periodNanos(), Range.POSITIVE),
                at.nanos("novelty-latency", or.latencyNanos(), Range.NOT_NEGATIVE),
                at.quantity("novelty-score", or.score(), Range.SHARE, Dimension.RATIO),
                at.nanos("novelty-hold", or.holdNanos(), Range.NOT_NEGATIVE));
    }

    private static WatchSettings watch(Section at, WatchSettings or) {
        List<Kind> kinds = at.has("look-for")
                ? Arrays.stream(Kind.values())
                        .filter(kind -> at.items("look-for").stream().anyMatch(item -> item.text()
                                .equals(kind.words().replace(' ', '-'))))
                        .toList()
                : or.kinds();
        return new WatchSettings(
                kinds,
                (int) Math.min(Integer.MAX_VALUE, at.integer("learning", or.learning())),
                or.horizon(),
                at.quantity("alarm-probability", or.alarm(), Range.SHARE, Dimension.RATIO),
                or.clear(),
                at.nanos("finding-hold", or.holdNanos(), Range.NOT_NEGATIVE),
                or.adapts());
    }

    static GateSettings gate(Section at) {
        GateSettings or = GateSettings.DEFAULT;
        return new GateSettings(
                at.flag("armed", or.armed()),
                at.quantity(
                        "position-margin", or.positionMargin(), Range.NOT_NEGATIVE, Dimension.ANGLE, Dimension.LENGTH),
                at.quantity("velocity-share", or.velocityShare(), Range.SHARE, Dimension.RATIO),
                at.quantity(
                        "acceleration",
                        or.acceleration(),
                        Range.POSITIVE,
                        Dimension.ANGULAR_ACCELERATION,
                        Dimension.ACCELERATION),
                at.quantity("effort-share", or.effortShare(), Range.SHARE, Dimension.RATIO),
                at.nanos("watchdog", or.watchdogNanos(), Range.POSITIVE));
    }

    static ArbitrationSettings arbitration(Section at) {
        ArbitrationSettings or = ArbitrationSettings.DEFAULT;
        return new ArbitrationSettings(
                at.quantity("margin", or.margin(), Range.NOT_NEGATIVE, Dimension.RATIO),
                at.nanos("dwell", or.dwellNanos(), Range.NOT_NEGATIVE));
    }
}
