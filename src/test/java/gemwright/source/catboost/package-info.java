@NullMarked
package gemwright.source.catboost;

import org.jspecify.annotations.NullMarked;
