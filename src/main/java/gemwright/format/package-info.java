/// Wire codecs that know bytes and nothing of models; one sub-package a format.
@NullMarked
package gemwright.format;

import org.jspecify.annotations.NullMarked;
