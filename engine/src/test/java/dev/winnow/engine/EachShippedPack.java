package dev.winnow.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A test that runs for each shipped pack with a matching universe; the parameters are their names, the pack's first.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@CsvSource({"semiconductor, semiconductor", "battery, illustrative", "chips-act, chips-act", "data-centre, data-centre"
})
public @interface EachShippedPack {}
