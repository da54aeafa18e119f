package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.monitor.TreeMonitor;
import io.sigmaprompt.twin.record.TreeRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Two sockets, as Groot2 wants them: one that answers (REP), and on the next port one that would tell of breakpoints (PUB)
 * and stays silent. One thread of its own serves both; what the run shows reaches it through a snapshot.
 */
final class Groot2Server implements TreeMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(Groot2Server.class);
    private static final int LOOK_MILLIS = 100;
    private static final int GREATEST_REQUEST = 64 * 1024;
    private static final int MOST_ATTEMPTS = 20;

    /** Groot2 asks some fifty times a second; who asks without end is served slowly, and takes no time from the session. */
    private static final int MOST_ANSWERS_A_LOOK = 200;

    private final TreeFeed feed;
    private final Answers answers;
    private final String address;
    private final ZContext context = new ZContext();
    private final Thread thread;
    private volatile boolean closed;

    Groot2Server(TreeFeed feed, String host, int port) {
        this.feed = feed;
        answers = new Answers(feed, () -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        requireOurs(host, port);
        String bare = host.contains(":") ? "[" + host + "]" : host;
        ZMQ.Socket server;
        try {
            server = port == 0 ? free(bare) : pair(bare, port);
            address = bare + ":" + portOf(server);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        thread = Thread.ofPlatform().daemon().name("groot2-" + address).unstarted(() -> serve(server));
        thread.start();
    }

    /** The answering socket at a port, with the silent one beside it. */
    private ZMQ.Socket pair(String host, int port) {
        ZMQ.Socket server = bound(SocketType.REP, host, port);
        try {
            bound(SocketType.PUB, host, portOf(server) + 1);
        } catch (OutsideFailureException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The same at any port that is free and has a free one beside it. */
    private ZMQ.Socket free(String host) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pair(host, 0);
            } catch (OutsideFailureException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private ZMQ.Socket bound(SocketType type, String host, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        socket.setMaxMsgSize(GREATEST_REQUEST);
        socket.setReceiveTimeOut(LOOK_MILLIS);
        socket.setSendTimeOut(LOOK_MILLIS);
        try {
            if (socket.bind("tcp://" + host + ":" + (port == 0 ? "*" : Integer.toString(port)))) {
                return socket;
            }
        } catch (ZMQException e) {
            throw taken(host, port, e);
        }
        throw taken(host, port, null);
    }

    /** Refuses an address that no interface of this machine has; ZeroMQ would say that the port is in use. */
    private static void requireOurs(String host, int port) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return;
            }
        } catch (IOException _) {
            // A name that nobody knows is none of ours either.
        }
        throw new OutsideFailureException(
                "Groot2 at " + host + ":" + port,
                "this machine has no such address",
                "Give one of its own: 127.0.0.1 for this machine alone, 0.0.0.0 for others, too");
    }

    private static OutsideFailureException taken(String host, int port, @Nullable Throwable cause) {
        return new OutsideFailureException(
                "Groot2 at " + host + ":" + port,
                "the port is in use",
                "Groot2 needs a port and the one after it: choose another pair, or end what listens there",
                cause);
    }

    private static int portOf(ZMQ.Socket socket) {
        String endpoint = socket.getLastEndpoint();
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }

    private void serve(ZMQ.Socket server) {
        long look = System.nanoTime();
        int answered = 0;
        while (!closed) {
            try {
                List<byte[]> request = receive(server);
                if (request.isEmpty()) {
                    continue;
                }
                answer(server, request);
            } catch (ZMQException e) {
                if (!closed) {
                    LOG.warn("Groot2 at {} is no longer served: {}", address, e.getMessage());
                }
                return;
            }
            answered++;
            long now = System.nanoTime();
            if (now - look > LOOK_MILLIS * 1_000_000L) {
                look = now;
                answered = 0;
            } else if (answered >= MOST_ANSWERS_A_LOOK) {
                LockSupport.parkNanos(look + LOOK_MILLIS * 1_000_000L - now);
            }
        }
    }

    private static List<byte[]> receive(ZMQ.Socket server) {
        List<byte[]> frames = new ArrayList<>();
        byte[] first = server.recv();
        if (first == null) {
            return frames;
        }
        frames.add(first);
        while (server.hasReceiveMore()) {
            byte[] next = server.recv();
            // A third frame is enough to see that there are too many.
            if (frames.size() < 3) {
                frames.add(next);
            }
        }
        return frames;
    }

    private void answer(ZMQ.Socket server, List<byte[]> request) {
        List<byte[]> reply;
        try {
            reply = answers.to(request);
        } catch (RuntimeException e) {
            LOG.warn("a request of Groot2 at {} could not be answered", address, e);
            reply = Answers.error("this request could not be answered");
        }
        for (int i = 0; i < reply.size(); i++) {
            server.send(reply.get(i), i < reply.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    @Override
    public void show(TreeRecord record) {
        feed.show(record);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(10L * LOOK_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
