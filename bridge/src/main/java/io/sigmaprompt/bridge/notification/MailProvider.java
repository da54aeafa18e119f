package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.notification.Notifier;
import io.sigmaprompt.twin.port.notification.NotifierProvider;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** Sends alarms by e-mail. */
public final class MailProvider implements NotifierProvider {
    private static final List<String> OPTIONS = List.of("from", "user", "password-env");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith("smtp://") || uri.startsWith("smtps://");
    }

    @Override
    public String usage() {
        return "smtp://HOST[:PORT]?to=NAME@HOST   an e-mail; smtps:// where TLS comes first; options from, user,"
                + " password-env";
    }

    @Override
    public Notifier create(String uri, Map<String, String> options) {
        URI address = address(uri);
        boolean tls = address.getScheme().equals("smtps");
        String name = address.getScheme() + "://" + address.getHost();
        DeliveryOptions given = new DeliveryOptions(name, options, OPTIONS);
        InternetAddress[] to = receivers(name, address);
        String user = given.text("user", "");
        Mail.Server server = new Mail.Server(
                address.getHost(),
                address.getPort() >= 0 ? address.getPort() : tls ? SUBMISSIONS : SUBMISSION,
                tls,
                user,
                given.secret("password-env"),
                given.timeout());
        String from = given.text("from", user.contains("@") ? user : "sigma@localhost");
        return new Delivery(new Mail(server, name, sender(name, from), to), given.patience());
    }

    private static URI address(String uri) {
        try {
            URI address = new URI(uri);
            if (address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below; the text may hold a secret
        }
        throw new BadInputException(
                "smtp://…",
                "expected a host, and neither user nor password before it",
                "Write smtp://HOST:587?to=NAME@HOST, with the options user and password-env.");
    }

    private static InternetAddress[] receivers(String name, URI address) {
        String query = address.getQuery();
        if (query == null || !query.startsWith("to=")) {
            throw new BadInputException(
                    name, "nobody is named to write to", "Add ?to=NAME@HOST, or several with commas.");
        }
        try {
            InternetAddress[] receivers = InternetAddress.parse(query.substring("to=".length()), true);
            for (InternetAddress each : receivers) {
                if (each.getAddress().indexOf('@') < 0) {
                    throw new AddressException("'" + each.getAddress() + "' has no @");
                }
            }
            return receivers;
        } catch (AddressException e) {
            throw new BadInputException(
                    name, "'" + query + "' names no e-mail address: " + e.getMessage(), "Write ?to=NAME@HOST.");
        }
    }

    private static InternetAddress sender(String name, String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new BadInputException(name, "option 'from' is no e-mail address: '" + from + "'", "Write NAME@HOST.");
        }
    }
}
