package dev.winnow.model.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type whose rows are a list of a city, incomplete unless the city declares it complete.
 *
 * <p>What an incomplete list may hold besides is one row with every component null, the unwritten row. Only the
 * possible reading of a rule sees it. Hence the components of such a type are all {@code @Nullable}; in every other
 * row, the city and the key are given.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CityList {
    /** The list's name in files and questions: {@code demands}. */
    String value();

    /** The components that tell one row of a city's list from another. */
    String[] key();
}
