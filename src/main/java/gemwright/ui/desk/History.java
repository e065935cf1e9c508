package gemwright.ui.desk;

import gemwright.base.Problem;
import gemwright.ui.task.Background;
import gemwright.workbench.RecentFiles;
import gemwright.workbench.RunRecord;
import gemwright.workbench.Workspace;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What was done before: the files opened last, and the runs of the workspace.
public final class History {
    private static final Logger LOG = Logger.getLogger(History.class.getName());

    private final Background background;
    private final Workspace workspace;
    private final ObservableList<RecentFiles.Entry> files = FXCollections.observableArrayList();
    private final ObservableList<RecentFiles.Entry> shownFiles =
            FXCollections.unmodifiableObservableList(files);
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObservableList<RunRecord> shownRuns =
            FXCollections.unmodifiableObservableList(runs);
    private RecentFiles recent = RecentFiles.load();

    /// Reads the files at once, the runs in the background.
    public History(Background background, Workspace workspace) {
        this.background = background;
        this.workspace = workspace;
        files.setAll(recent.entries());
        refresh();
    }

    /// The workspace whose runs these are.
    public Workspace workspace() {
        return workspace;
    }

    /// Files opened last, the newest first.
    public ObservableList<RecentFiles.Entry> files() {
        return shownFiles;
    }

    /// Runs of the workspace, the newest first.
    public ObservableList<RunRecord> runs() {
        return shownRuns;
    }

    /// Reads the runs again: after a flow has made one.
    public void refresh() {
        background.quietly(_ -> workspace.runs(), runs::setAll, this::log);
    }

    /// Puts a file on top of those opened last.
    ///
    /// @param kind `model`, `data` or `log`
    /// @param detail what was seen in it
    public void opened(Path file, String kind, String detail) {
        keep(recent.opened(file, kind, detail));
    }

    /// Forgets a file.
    public void forget(Path file) {
        keep(recent.without(file));
    }

    private void keep(RecentFiles now) {
        recent = now;
        files.setAll(now.entries());
        background.quietly(
                _ -> {
                    now.save();
                    return List.of();
                },
                _ -> {},
                this::log);
    }

    private void log(Problem problem) {
        // Only a convenience: a list that could not be kept is no reason to interrupt.
        LOG.log(Level.WARNING, "recent files or runs", problem);
    }
}
