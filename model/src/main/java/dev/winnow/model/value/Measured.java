package dev.winnow.model.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the unit of a {@link Figure} component: readers convert to it, and rules may only compare figures of the
 * same unit.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Measured {
    /** {@return what it is counted in} */
    Unit.Kind value();
}
