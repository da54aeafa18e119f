package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A log's place and how to read it, from {@code SCHEME:PATH?key=value&…}, {@code file:PATH?…} or a plain path.
 *
 * @param path the file or folder
 * @param options from the address and from beside it; the latter win
 */
public record RecordingAddress(Path path, Map<String, String> options) {

    /**
     * Takes an address apart.
     *
     * @param scheme the provider's own scheme, without colon
     * @param known options that the provider understands
     * @throws BadInputException if the path or an option is wrong
     */
    public static RecordingAddress parse(String uri, String scheme, Map<String, String> options, Set<String> known) {
        Map<String, String> all = new LinkedHashMap<>();
        String path = uri;
        if (uri.startsWith(scheme + ":") || uri.startsWith("file:")) {
            int query = uri.lastIndexOf('?');
            path = pathOf(query < 0 ? uri : uri.substring(0, query), scheme);
            if (query >= 0) {
                parseQuery(uri, uri.substring(query + 1), all);
            }
        }
        all.putAll(options);
        for (String key : all.keySet()) {
            if (!known.contains(key)) {
                throw new BadInputException(
                        uri,
                        "there is no option '" + key + "' for this log",
                        "Known are " + new TreeSet<>(known) + ".");
            }
        }
        try {
            return new RecordingAddress(Path.of(path), all);
        } catch (InvalidPathException e) {
            throw new BadInputException(uri, "this is no path: " + e.getReason(), "Check its spelling.");
        }
    }

    /** The path that an address of this scheme names, for telling whether a provider accepts it. */
    public static String pathOf(String uri, String scheme) {
        if (uri.startsWith(scheme + ":")) {
            return uri.substring(scheme.length() + 1);
        }
        if (uri.startsWith("file:///")) {
            try {
                return Path.of(URI.create(uri)).toString();
            } catch (IllegalArgumentException e) {
                // Not escaped as a URI has to be: then it was meant literally.
                return uri.substring("file://".length());
            }
        }
        return uri.startsWith("file:") ? uri.substring("file:".length()) : uri;
    }

    private static void parseQuery(String uri, String query, Map<String, String> into) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new BadInputException(
                        uri, "expected key=value behind the '?', found '" + pair + "'", "As in ?topic=/joint_states.");
            }
            try {
                // A plus is a plus here; only %XX is an escape.
                String value = pair.substring(equals + 1).replace("+", "%2B");
                into.put(pair.substring(0, equals), URLDecoder.decode(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new BadInputException(
                        uri, "'" + pair + "' holds an incomplete %-escape", "Write a percent sign as %25.");
            }
        }
    }
}
