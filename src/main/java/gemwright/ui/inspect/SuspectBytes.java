package gemwright.ui.inspect;

import gemwright.base.Problem;
import gemwright.scan.Finding;
import gemwright.scan.ScanResult;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bytes of a pickle at its worst finding. Places in a compressed file or in an archive are
/// none of the file's own, so nothing is shown of them.
final class SuspectBytes {
    private static final Pattern PLACE = Pattern.compile("byte ([0-9]{1,15})");
    private static final int SHOWN = 48;
    private static final int PROTOCOL = 0x80;

    private SuspectBytes() {}

    static Optional<Inspected.Suspect> of(Path file, ScanResult safety) throws Problem {
        Optional<Long> place =
                safety.findings().stream()
                        .filter(finding -> finding.verdict() == safety.verdict())
                        .map(Finding::where)
                        .map(PLACE::matcher)
                        .filter(Matcher::matches)
                        .map(found -> Long.valueOf(found.group(1)))
                        .findFirst();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer first = ByteBuffer.allocate(1);
            channel.read(first, 0);
            if (Byte.toUnsignedInt(first.get(0)) != PROTOCOL) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.allocate(SHOWN);
            channel.read(bytes, place.get());
            List<Integer> shown = new ArrayList<>();
            bytes.flip();
            while (bytes.hasRemaining()) {
                shown.add(Byte.toUnsignedInt(bytes.get()));
            }
            return shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Inspected.Suspect(place.get(), shown));
        } catch (IOException unreadable) {
            throw Problem.of("file.cannotRead", file, String.valueOf(unreadable.getMessage()))
                    .causedBy(unreadable);
        }
    }
}
