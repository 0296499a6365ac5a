package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.List;
import java.util.ServiceLoader;

/** Provides the finder for {@code Matcher.PHREAK}, which is in a separate module. */
public interface FinderProvider {

    /** The module that contains the provider. */
    String ARTIFACT = "dev.winnow:winnow-drools";

    /**
     * A finder for a pack's rules, compiled and ready to use.
     *
     * @param pack the pack's name
     * @throws PackException if the compiled rules contain code that no rule needs
     */
    Finder finder(String pack, List<CheckedRule> rules);

    /**
     * The provider on the class path.
     *
     * @throws IllegalStateException if there is none
     */
    static FinderProvider onClassPath() {
        return ServiceLoader.load(FinderProvider.class, FinderProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the PHREAK evaluator is not on the class path; add the artifact " + ARTIFACT));
    }
}
