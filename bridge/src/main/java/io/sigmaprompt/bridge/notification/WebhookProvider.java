package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.notification.Notifier;
import io.sigmaprompt.twin.port.notification.NotifierProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** Posts alarms to a web address. */
public final class WebhookProvider implements NotifierProvider {
    private static final String SCHEME = "webhook:";

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public String usage() {
        return "webhook:https://HOST/PATH   a JSON object by POST; option secret-env signs it";
    }

    @Override
    public Notifier create(String uri, Map<String, String> options) {
        URI address = address(uri);
        String name = SCHEME + address.getScheme() + "://" + address.getHost();
        DeliveryOptions given = new DeliveryOptions(name, options, List.of("secret-env"));
        return new Delivery(new Webhook(address, name, given.secret("secret-env"), given.timeout()), given.patience());
    }

    private static URI address(String uri) {
        String text = uri.substring(SCHEME.length());
        try {
            URI address = new URI(text);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below; the text may hold a secret
        }
        throw new BadInputException(
                SCHEME + "…",
                "expected http:// or https:// with a host and without a password",
                "Write webhook:https://HOST/PATH, or env:NAME for one that is a secret itself.");
    }
}
