package gemwright.serve.http;

import gemwright.base.Problem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Says who holds a port and which one is free, so that "address in use" is not the end of it.
public final class TakenPort {
    private static final Path PROC = Path.of("/proc");
    private static final int LOOKED_AT = 100;

    private TakenPort() {}

    /// Why a port could not be bound, and what to do.
    public static Problem problem(InetAddress address, int port, Throwable cause) {
        String place = address.getHostAddress() + ":" + port;
        Optional<String> holder = holder(port);
        OptionalInt free = nextFree(address, port + 1);
        String next = free.isPresent() ? Integer.toString(free.getAsInt()) : "auto";
        Problem problem =
                holder.isPresent()
                        ? Problem.of(
                                "serve.portTakenBy",
                                place,
                                Integer.toString(port),
                                holder.get(),
                                next)
                        : Problem.of("serve.portTaken", place, Integer.toString(port), next);
        return problem.causedBy(cause);
    }

    /// The first port from `from` on that can be bound at this moment.
    public static OptionalInt nextFree(InetAddress address, int from) {
        for (int port = from; port < Math.min(from + LOOKED_AT, 65_536); port++) {
            try (ServerSocket trial = new ServerSocket()) {
                trial.bind(new InetSocketAddress(address, port));
                return OptionalInt.of(port);
            } catch (IOException taken) {
                // the next one, then
            }
        }
        return OptionalInt.empty();
    }

    /// `NAME (process N)` of the process that listens on a port, where Linux's `/proc` tells; that
    /// of another user stays unknown.
    static Optional<String> holder(int port) {
        try {
            Optional<String> inode = inode(port);
            return inode.isEmpty() ? Optional.empty() : process("socket:[" + inode.get() + "]");
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /// The inode of the listening socket: column 10 of `/proc/net/tcp` where column 4 is `0A`
    /// (TCP_LISTEN), proc(5).
    private static Optional<String> inode(int port) throws IOException {
        String suffix = String.format(java.util.Locale.ROOT, ":%04X", port);
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = PROC.resolve(table);
            if (!Files.isReadable(file)) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                List<String> columns = List.of(line.strip().split("\\s+"));
                if (columns.size() > 9
                        && columns.get(1).endsWith(suffix)
                        && columns.get(3).equals("0A")) {
                    return Optional.of(columns.get(9));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> process(String socket) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, socket)) {
                    String name = Files.readString(process.resolve("comm")).strip();
                    return Optional.of(name + " (process " + process.getFileName() + ")");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException notOurs) {
            return false; // another user's process, or one that just ended
        }
        return false;
    }
}
