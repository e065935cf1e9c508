/// Zip archives, read with every length checked: stored entries are windows on the file, deflated
/// ones are unpacked only as far as they claim. Nothing is ever extracted to a path. Start with
/// [gemwright.format.zip.ZipArchive].
@NullMarked
package gemwright.format.zip;

import org.jspecify.annotations.NullMarked;
