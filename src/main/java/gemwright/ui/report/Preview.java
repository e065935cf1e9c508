package gemwright.ui.report;

import gemwright.drift.DriftReport;
import gemwright.report.PagePictures;
import gemwright.report.Provenance;

import java.nio.file.Path;
import java.util.List;

/// A report that was made for looking at, before it is exported.
///
/// @param run number of the drift run that it tells of
/// @param pdf the file whose pages are shown, in the run's folder
/// @param bytes size of that file
/// @param pages how many it has
/// @param sections its bookmarks
record Preview(
        int run,
        DriftReport report,
        Provenance provenance,
        Path pdf,
        long bytes,
        int pages,
        List<PagePictures.Section> sections) {
    Preview {
        sections = List.copyOf(sections);
    }

    /// The section that a page belongs to; the last one that begins on it or before.
    ///
    /// @param page from 0
    int sectionOf(int page) {
        int found = 0;
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).page() <= page) {
                found = i;
            }
        }
        return found;
    }
}
