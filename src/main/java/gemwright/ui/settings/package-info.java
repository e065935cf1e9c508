/// The Settings screen: tiles in categories, found by their words and by their values. A change
/// applies and is kept at once. [gemwright.ui.settings.SettingsViewModel] decides.
@NullMarked
package gemwright.ui.settings;

import org.jspecify.annotations.NullMarked;
