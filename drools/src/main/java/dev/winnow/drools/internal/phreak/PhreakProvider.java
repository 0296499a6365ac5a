package dev.winnow.drools.internal.phreak;

import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.FinderProvider;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.List;

/** Provides {@link PhreakFinder}. Created by {@link java.util.ServiceLoader}. */
public final class PhreakProvider implements FinderProvider {

    /** Called by the service loader. */
    public PhreakProvider() {}

    @Override
    public Finder finder(String pack, List<CheckedRule> rules) {
        return new PhreakFinder(CompiledPack.of(pack, rules));
    }
}
