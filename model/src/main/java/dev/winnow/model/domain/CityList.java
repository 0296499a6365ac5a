package dev.winnow.model.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Marks a record type whose instances are the rows of a city's list. The list is incomplete unless the city declares it
 * complete.
 *
 * <p>An incomplete list has one extra row with every component null, the unwritten row, which stands for the rows that
 * may be missing. Only the evaluation of what is possible sees it. For this row all components of such a type are
 * {@code @Nullable}; in every other row the city and the key are present.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CityList {

    /** Every list of a city, in the order of their names. */
    List<Class<? extends Record>> TYPES = List.of(Demand.class, District.class, Firm.class, Fund.class, LeadUser.class);

    /** The list's name in files and questions: {@code demands}. */
    String value();

    /** The components that tell one row of a city's list from another. */
    String[] key();
}
