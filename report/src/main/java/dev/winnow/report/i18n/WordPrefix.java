package dev.winnow.report.i18n;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives the prefix of the keys of an enum's texts: with {@code "overruled."}, {@code RULE} is {@code overruled.RULE}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WordPrefix {

    /** Returns the prefix. */
    String value();
}
