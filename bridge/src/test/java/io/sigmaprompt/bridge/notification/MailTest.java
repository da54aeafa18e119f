package io.sigmaprompt.bridge.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sigmaprompt.bridge.core.Eventually;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.notification.Notifier;
import io.sigmaprompt.twin.port.notification.Notifiers;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server on the loopback. */
class MailTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void serve() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String address() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?to=ops@example.com,lead@example.com";
    }

    @Test
    void anAlarmArrivesByMail() throws Exception {
        try (Notifier notifier = Notifiers.create(address(), Map.of("from", "twin@example.com"))) {
            notifier.offer(Alarms.raised(1));
            List<String> troubles = new ArrayList<>();
            Eventually.until(
                    () -> server.getReceivedMessages().length > 0 || troubles.addAll(notifier.troubles()),
                    () -> "a mail; " + notifier.troubles());
            assertEquals(List.of(), troubles);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertEquals("HIGH alarm residual/elbow raised at arm", mail.getSubject());
            assertEquals("twin@example.com", mail.getFrom()[0].toString());
            String text = String.valueOf(mail.getContent());
            assertTrue(text.startsWith("the elbow takes 12 N m more than it should"), text);
            assertTrue(text.contains("1.500 s after its start"), text);
            assertEquals(List.of(), notifier.troubles());
        }
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        String address = address();
        server.stop();
        List<String> troubles = new ArrayList<>();
        try (Notifier notifier =
                Notifiers.create(address, Map.of("attempts", "2", "pause", "1 ms", "timeout", "2 s"))) {
            notifier.offer(Alarms.raised(1));
            Eventually.until("giving up", () -> troubles.addAll(notifier.troubles()) || !troubles.isEmpty());
        }
        assertTrue(troubles.getFirst().contains("after 2 attempts: the server could not be used"), troubles.toString());
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotWrittenTo() {
        GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        String address = "smtps://127.0.0.1:" + secure.getSmtps().getPort() + "?to=ops@example.com";
        List<String> troubles = new ArrayList<>();
        try (Notifier notifier =
                Notifiers.create(address, Map.of("attempts", "2", "pause", "1 ms", "timeout", "20 s"))) {
            notifier.offer(Alarms.raised(1));
            Eventually.until("giving up", () -> troubles.addAll(notifier.troubles()) || !troubles.isEmpty());
            assertEquals(0, secure.getReceivedMessages().length, "its certificate is signed by itself");
        } finally {
            secure.stop();
        }
        assertTrue(troubles.getFirst().contains("after 2 attempts: the server could not be used"), troubles.toString());
    }

    @Test
    void whatNamesNobodyIsRefused() {
        BadInputException e =
                assertThrows(BadInputException.class, () -> Notifiers.create("smtp://127.0.0.1", Map.of()));
        assertEquals("nobody is named to write to", e.problem());
        assertThrows(BadInputException.class, () -> Notifiers.create("smtp://me:pw@127.0.0.1?to=a@b", Map.of()));
        assertThrows(BadInputException.class, () -> Notifiers.create("smtp://127.0.0.1?to=nobody", Map.of()));
    }
}
