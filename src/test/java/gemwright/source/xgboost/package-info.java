@NullMarked
package gemwright.source.xgboost;

import org.jspecify.annotations.NullMarked;
