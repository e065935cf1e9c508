package gemwright.ui;

import gemwright.ui.convert.ConvertView;
import gemwright.ui.drift.DriftView;
import gemwright.ui.home.HomeView;
import gemwright.ui.inspect.InspectView;
import gemwright.ui.quantize.QuantizeView;
import gemwright.ui.report.ReportView;
import gemwright.ui.serve.ServeView;
import gemwright.ui.settings.SettingsView;
import gemwright.ui.shell.Screen;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The screens, in the order of the navigation and of their shortcuts Ctrl+1 to Ctrl+8.
public final class Screens {
    /// All of them; the last one stands apart at the foot.
    public static final List<Screen> ALL =
            List.of(
                    new Screen("home", Feather.HOME, HomeView::open),
                    new Screen("inspect", Feather.BOX, InspectView::open),
                    new Screen("convert", Feather.REPEAT, ConvertView::open),
                    new Screen("quantize", Feather.MINIMIZE_2, QuantizeView::open),
                    new Screen("serve", Feather.RADIO, ServeView::open),
                    new Screen("drift", Feather.ACTIVITY, DriftView::open),
                    new Screen("report", Feather.FILE_TEXT, ReportView::open),
                    new Screen("settings", Feather.SETTINGS, SettingsView::open));

    private Screens() {}
}
