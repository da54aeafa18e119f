package io.sigmaprompt.bridge.core;

import io.sigmaprompt.physics.model.BadInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a robot listens, read from {@code scheme://host:port/path?name=value&…}. Unlike {@link java.net.URI} it takes
 * host names with underscores, which robots have.
 *
 * @param host name or address; an IPv6 address without its brackets
 * @param path with its leading slash, or empty
 * @param options what follows the question mark, decoded
 */
public record NetworkAddress(String scheme, String host, int port, String path, Map<String, String> options) {
    private static final Pattern SHAPE = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*)://(\\[[0-9A-Fa-f:.%]+]|[^/?#:@\\[\\]\\s]+)(?::([0-9]{1,5}))?(/[^?#\\s]*)?(?:\\?([^#]*))?");

    public NetworkAddress {
        options = Map.copyOf(options);
    }

    /**
     * Reads an address.
     *
     * @param defaultPort the port where none is named
     * @throws BadInputException if it is none
     */
    public static NetworkAddress parse(String uri, int defaultPort) {
        Matcher parts = SHAPE.matcher(uri);
        if (!parts.matches()) {
            throw new BadInputException(
                    uri,
                    "expected scheme://host:port, with options as ?name=value&name=value",
                    "Write it as rosbridge://192.168.1.20:" + defaultPort);
        }
        String host = parts.group(2);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        String port = parts.group(3);
        int number = port == null ? defaultPort : Integer.parseInt(port);
        if (number < 1 || number > 65535) {
            throw new BadInputException(
                    uri, "expected a port from 1 to 65535, found " + port, "The usual port is " + defaultPort);
        }
        String path = parts.group(4);
        String query = parts.group(5);
        return new NetworkAddress(
                parts.group(1), host, number, path == null ? "" : path, query == null ? Map.of() : options(uri, query));
    }

    private static Map<String, String> options(String uri, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new BadInputException(
                        uri, "expected name=value after the question mark, found '" + pair + "'", "Add the value");
            }
            String name = decoded(uri, pair.substring(0, equals));
            if (options.put(name, decoded(uri, pair.substring(equals + 1))) != null) {
                throw new BadInputException(uri, "option '" + name + "' is given twice", "Leave one out");
            }
        }
        return options;
    }

    private static String decoded(String uri, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    uri,
                    "'" + text + "' has a percent sign that two hexadecimal digits must follow",
                    "Write %25 for %");
        }
    }

    /** Host and port as people write them. */
    public String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
