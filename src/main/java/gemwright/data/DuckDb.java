package gemwright.data;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A DuckDB of its own in memory, for one piece of work; the only place that names it.
///
/// It may use a gigabyte outside the Java heap, where scans need a tenth; writes no temporary
/// files; loads and installs no extensions; and reads no file but those named in a query. Texts of
/// the user go into a query only through [#quoted] and [#file].
final class DuckDb implements AutoCloseable {
    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /// What is done with a result.
    @FunctionalInterface
    interface Use<T> {
        T of(ResultSet rows) throws SQLException, Problem;
    }

    /// Starts one.
    static DuckDb open() {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("threads", Integer.toString(Tasks.threads()));
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = 'UTC'");
                statement.execute("SET lock_configuration = true");
            }
            return new DuckDb(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException("DuckDB does not start", broken);
        }
    }

    /// Asks, and uses the answer while it streams in.
    ///
    /// While the query runs a watching thread asks `progress` ten times a second whether to go on;
    /// it ends before this returns.
    <T> T ask(String query, Path about, Progress progress, Use<T> use) throws Problem {
        try (Statement statement = connection.createStatement();
                Watch watch = new Watch(statement, progress)) {
            try (ResultSet rows = statement.executeQuery(query)) {
                return use.of(rows);
            } catch (SQLException failed) {
                if (watch.cancelled()) {
                    throw new Cancelled();
                }
                throw failed;
            }
        } catch (SQLException failed) {
            throw Problem.of("data.duckdb", about, firstLine(failed)).causedBy(failed);
        }
    }

    /// Runs a statement that has no answer.
    void run(String statement, Path about, Progress progress) throws Problem {
        try (Statement running = connection.createStatement();
                Watch watch = new Watch(running, progress)) {
            try {
                running.execute(statement);
            } catch (SQLException failed) {
                if (watch.cancelled()) {
                    throw new Cancelled();
                }
                throw failed;
            }
        } catch (SQLException failed) {
            throw Problem.of("data.duckdb", about, firstLine(failed)).causedBy(failed);
        }
    }

    /// Fills the table `t`.
    void append(Path about, Fill fill) throws Problem {
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender("t")) {
            fill.into(new Appender(appender, about));
        } catch (SQLException failed) {
            throw Problem.of("data.duckdb", about, firstLine(failed)).causedBy(failed);
        }
    }

    /// What fills a table.
    @FunctionalInterface
    interface Fill {
        void into(Appender appender) throws Problem;
    }

    /// The values of one row.
    @FunctionalInterface
    interface Row {
        void into(Values values) throws SQLException;
    }

    /// Takes rows.
    record Appender(DuckDBAppender to, Path about) {
        void row(Row row) throws Problem {
            try {
                to.beginRow();
                row.into(new Values(to));
                to.endRow();
            } catch (SQLException failed) {
                throw Problem.of("data.duckdb", about, firstLine(failed)).causedBy(failed);
            }
        }
    }

    /// Takes the values of one row, in the order of the columns.
    record Values(DuckDBAppender to) {
        void missing() throws SQLException {
            to.appendNull();
        }

        void add(double value) throws SQLException {
            to.append(value);
        }

        void add(long value) throws SQLException {
            to.append(value);
        }

        void add(boolean value) throws SQLException {
            to.append(value);
        }

        void add(String value) throws SQLException {
            to.append(value);
        }
    }

    /// A text in SQL.
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// A name as an identifier in SQL.
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// A path as a text in SQL that names this one file, whatever stars and brackets it holds.
    static String file(Path path) {
        String escaped = path.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]");
        return "'" + escaped.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException("DuckDB does not end", broken);
        }
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    /// Stops a statement when the user says so.
    private static final class Watch implements AutoCloseable {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread;
        private volatile boolean cancelled;

        Watch(Statement statement, Progress progress) {
            Thread caller = Thread.currentThread();
            thread = Thread.ofVirtual().start(() -> watch(statement, progress, caller));
        }

        boolean cancelled() {
            return cancelled;
        }

        private void watch(Statement statement, Progress progress, Thread caller) {
            try {
                while (!ended.await(100, TimeUnit.MILLISECONDS)) {
                    try {
                        progress.step("reading", 0, 0);
                        cancelled = caller.isInterrupted();
                    } catch (Cancelled stop) {
                        cancelled = true;
                    }
                    if (cancelled) {
                        statement.cancel();
                        return;
                    }
                }
            } catch (InterruptedException | SQLException ended) {
                // The statement has ended by itself.
                return;
            }
        }

        @Override
        public void close() {
            ended.countDown();
            thread.interrupt();
        }
    }
}
