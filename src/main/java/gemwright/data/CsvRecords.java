package gemwright.data;

import gemwright.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Splits a CSV text in UTF-8 into its records (RFC 4180): fields may stand in double quotes, with
/// `""` for a quote, and hold delimiters and line ends; a record ends with LF, CRLF or CR.
///
/// A small state machine over one buffer; nothing is allocated for a record. The fields of the
/// record just read lie in [#bytes], with quotes taken off.
final class CsvRecords {
    /// No record is longer: what is, is a quote that was never closed.
    private static final int LONGEST_RECORD = 64 << 20;

    private final InputStream in;
    private final byte delimiter;
    private final String where;

    private byte[] buffer = new byte[1 << 18];
    private int filled;
    private boolean ended;
    private int next;
    private long dropped;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int fields;
    private int recordStart;
    private long number;
    private boolean tornQuote;

    /// Records of a stream, which the caller closes.
    ///
    /// @param where the file, for messages
    CsvRecords(InputStream in, char delimiter, String where) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.where = where;
    }

    /// Moves on to the next record; false at the end of the text.
    ///
    /// @throws Problem where a quote is never closed
    boolean advance() throws IOException, Problem {
        recordStart = next;
        while (true) {
            int end = split();
            if (end >= 0) {
                next = end;
                number++;
                return true;
            }
            if (ended) {
                return false;
            }
            makeRoom();
        }
    }

    /// The buffer that holds the fields; valid until the next record.
    byte[] bytes() {
        return buffer;
    }

    /// Number of fields.
    int fields() {
        return fields;
    }

    /// Where a field begins in [#bytes].
    int start(int field) {
        return starts[field];
    }

    /// Where a field ends in [#bytes], exclusive.
    int end(int field) {
        return ends[field];
    }

    /// Whether the record is an empty line.
    boolean blank() {
        return fields == 1 && starts[0] == ends[0] && buffer[recordStart] != '"';
    }

    /// Whether text follows a closing quote, which no reader could give a meaning.
    boolean tornQuote() {
        return tornQuote;
    }

    /// Number of the record, counted from 1 with the header.
    long number() {
        return number;
    }

    /// Bytes of the text before the record.
    long offset() {
        return dropped + recordStart;
    }

    private void makeRoom() throws IOException, Problem {
        if (recordStart > 0) {
            System.arraycopy(buffer, recordStart, buffer, 0, filled - recordStart);
            filled -= recordStart;
            dropped += recordStart;
            recordStart = 0;
        }
        if (filled == buffer.length) {
            if (filled >= LONGEST_RECORD) {
                throw unclosed();
            }
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }

    /// Finds the fields of the record at [#recordStart] without changing a byte, then takes its
    /// quotes off.
    ///
    /// @return where the next record begins, or -1 where more bytes are needed
    private int split() throws Problem {
        fields = 0;
        tornQuote = false;
        int at = recordStart;
        if (at == filled) {
            return -1;
        }
        while (true) {
            boolean quoted = at < filled && buffer[at] == '"';
            int end = quoted ? closingQuote(at + 1) : endOfPlain(at);
            if (end < 0) {
                return -1;
            }
            int after = quoted ? Math.min(end + 1, filled) : end;
            if (quoted) {
                int rest = endOfPlain(after);
                tornQuote |= rest != after;
                if (rest < 0) {
                    return -1;
                }
                after = rest;
            }
            add(quoted ? -at - 1 : at, end);
            if (after < filled && buffer[after] == delimiter) {
                at = after + 1;
                continue;
            }
            int line = afterLineEnd(after);
            if (line >= 0) {
                takeQuotesOff();
            }
            return line;
        }
    }

    /// Where the next record begins behind a line end, or -1 where that is not known yet.
    private int afterLineEnd(int at) {
        if (at >= filled) {
            return ended ? filled : -1;
        }
        if (buffer[at] == '\n') {
            return at + 1;
        }
        if (at + 1 == filled && !ended) {
            return -1;
        }
        return at + 1 < filled && buffer[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private int endOfPlain(int from) {
        byte[] bytes = buffer;
        int limit = filled;
        for (int at = from; at < limit; at++) {
            byte letter = bytes[at];
            if (letter == delimiter || letter == '\n' || letter == '\r') {
                return at;
            }
        }
        return ended ? limit : -1;
    }

    private int closingQuote(int from) throws Problem {
        for (int at = from; at < filled; at++) {
            if (buffer[at] == '"') {
                if (at + 1 == filled && !ended) {
                    return -1;
                }
                if (at + 1 == filled || buffer[at + 1] != '"') {
                    return at;
                }
                at++;
            }
        }
        if (ended) {
            throw unclosed();
        }
        return -1;
    }

    private Problem unclosed() {
        return Problem.of(
                "data.quote.open",
                where + ", row " + number + " (byte " + (dropped + recordStart) + ")");
    }

    /// Adds a field; a quoted one comes as the complement of its start.
    private void add(int start, int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, fields * 2);
            ends = Arrays.copyOf(ends, fields * 2);
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    private void takeQuotesOff() {
        for (int field = 0; field < fields; field++) {
            if (starts[field] < 0) {
                int start = -starts[field];
                starts[field] = start;
                ends[field] = unescaped(start, ends[field]);
            }
        }
    }

    private int unescaped(int start, int end) {
        int to = start;
        for (int from = start; from < end; from++, to++) {
            buffer[to] = buffer[from];
            if (buffer[from] == '"') {
                from++;
            }
        }
        return to;
    }
}
