package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.twin.port.notification.Notification;
import io.sigmaprompt.twin.record.AlarmRecord;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/** Sends e-mails over SMTP (RFC 5321), encrypted wherever the server can. */
final class Mail implements Channel {
    /**
     * A server and how to get in.
     *
     * @param tls whether TLS comes first; else STARTTLS is asked for, and required before a password is sent
     * @param user empty to send without logging in
     */
    record Server(String host, int port, boolean tls, String user, String password, Duration timeout) {}

    private final Server server;
    private final String name;
    private final InternetAddress from;
    private final InternetAddress[] to;
    private final Session session;

    Mail(Server server, String name, InternetAddress from, InternetAddress[] to) {
        this.server = server;
        this.name = name;
        this.from = from;
        this.to = to;
        session = Session.getInstance(properties(server));
    }

    private static Properties properties(Server server) {
        String protocol = server.tls() ? "mail.smtps." : "mail.smtp.";
        String millis = Long.toString(server.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", server.tls() ? "smtps" : "smtp");
        properties.setProperty(protocol + "connectiontimeout", millis);
        properties.setProperty(protocol + "timeout", millis);
        properties.setProperty(protocol + "writetimeout", millis);
        properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        properties.setProperty(protocol + "starttls.enable", "true");
        properties.setProperty(
                protocol + "starttls.required",
                Boolean.toString(!server.tls() && !server.password().isEmpty()));
        return properties;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void deliver(Notification notification) throws UndeliveredException {
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(notification);
            if (server.user().isEmpty()) {
                transport.connect(server.host(), server.port(), null, null);
            } else {
                transport.connect(server.host(), server.port(), server.user(), server.password());
            }
            message.saveChanges();
            transport.sendMessage(message, to);
        } catch (AuthenticationFailedException e) {
            throw new UndeliveredException("the server did not accept user and password", false);
        } catch (SendFailedException e) {
            throw new UndeliveredException("the server refused a receiver or the sender", false);
        } catch (MessagingException e) {
            throw new UndeliveredException(
                    "the server could not be used: " + e.getClass().getSimpleName(), true);
        }
    }

    private MimeMessage message(Notification notification) throws MessagingException {
        AlarmRecord alarm = notification.alarm();
        MimeMessage message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(notification.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setText(
                String.format(
                        Locale.ROOT,
                        "%s%n%nRobot: %s%nAlarm: %s, %s%nPriority: %s%nSession: %s, %.3f s after its start%n",
                        alarm.text(),
                        alarm.robot(),
                        alarm.id(),
                        notification.event().word(),
                        alarm.priority(),
                        notification.session(),
                        alarm.simNanos() * 1e-9),
                StandardCharsets.UTF_8.name());
        return message;
    }
}
