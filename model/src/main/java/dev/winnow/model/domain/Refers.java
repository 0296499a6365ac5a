package dev.winnow.model.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The word list of a universe whose ids a text component may hold: {@code links}, {@code endMarkets}, {@code cities}. With
 * {@code firms} it holds names of firms, of which a universe need not declare any.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Refers {
    /** {@return the list of a universe that holds what it names} */
    String value();
}
