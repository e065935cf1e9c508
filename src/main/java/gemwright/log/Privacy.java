package gemwright.log;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.NdArray;
import gemwright.data.Table;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keeps columns out of a log, or puts a keyed hash in the place of their values: equal values stay
/// equal, and who does not have the key cannot try out which value it was (HMAC-SHA-256, RFC 2104,
/// cut to 64 bits).
final class Privacy {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY_FILE = "hash.key";
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 8;

    private final Set<String> leftOut;
    private final Set<String> hashed;
    private final Mac mac;

    private Privacy(Set<String> leftOut, Set<String> hashed, Mac mac) {
        this.leftOut = leftOut;
        this.hashed = hashed;
        this.mac = mac;
    }

    /// @param directory holds the key, which is made when it is first needed
    static Privacy of(LogOptions options, Path directory) throws Problem {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = options.hashed().isEmpty() ? new byte[KEY_BYTES] : key(directory);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new Privacy(options.leftOut(), options.hashed(), mac);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    private static byte[] key(Path directory) throws Problem {
        Path file = directory.resolve(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                AtomicFile.writeSecret(file, HexFormat.of().formatHex(key) + "\n");
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        } catch (IllegalArgumentException noDigits) {
            // said below
        }
        throw Problem.of("log.key", file);
    }

    /// The schema as it is written: hashed columns are texts.
    LogSchema schema(LogSchema schema) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (ColumnInfo column : schema.columns()) {
            if (!leftOut.contains(column.name())) {
                boolean text = hashed.contains(column.name());
                columns.add(
                        text
                                ? new ColumnInfo(column.name(), ColumnKind.TEXT, column.role())
                                : column);
            }
        }
        return new LogSchema(schema.model(), schema.version(), schema.sha256(), columns);
    }

    /// A prediction as it is written. Not for several threads.
    Prediction prediction(Prediction prediction) {
        if (leftOut.isEmpty() && hashed.isEmpty()) {
            return prediction;
        }
        return new Prediction(
                prediction.id(),
                prediction.at(),
                prediction.latency(),
                prediction.status(),
                prediction.inputs().rows(),
                table(prediction.inputs()),
                table(prediction.outputs()));
    }

    private Table table(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!leftOut.contains(column.name())) {
                columns.add(hashed.contains(column.name()) ? hash(column) : column);
            }
        }
        return Table.of(columns);
    }

    private Column hash(Column column) {
        @Nullable String[] hashes = new @Nullable String[column.rows()];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = column.missing(row) ? null : hash(text(column, row));
        }
        return Column.texts(column.name(), hashes);
    }

    private static String text(Column column, int row) {
        if (column.kind() != ColumnKind.TENSOR) {
            return column.text(row);
        }
        NdArray array = column.tensor().slice(row, row + 1L);
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < array.size(); i++) {
            text.append(array.text(i)).append(',');
        }
        return text.toString();
    }

    private String hash(String text) {
        byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }
}
