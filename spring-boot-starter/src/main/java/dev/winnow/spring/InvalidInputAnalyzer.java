package dev.winnow.spring;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.UniverseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Reports all problems of an invalid pack or universe at application start, instead of a stack trace. */
final class InvalidInputAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PackException pack) {
                return analysis(
                        "The rule pack cannot be used.",
                        pack.problems(),
                        "Mend the files of the pack, or set winnow.pack to another.",
                        pack);
            }
            if (cause instanceof UniverseException universe) {
                return analysis(
                        "The universe cannot be read.",
                        universe.problems(),
                        "Mend its files, or set winnow.universe to other files or folders. Packs that declare its"
                                + " facts besides winnow.pack are named by winnow.facts-of.",
                        universe);
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(String what, List<Problem> problems, String action, Throwable cause) {
        StringBuilder description = new StringBuilder(what).append('\n');
        problems.forEach(problem -> description.append('\n').append(problem));
        return new FailureAnalysis(description.toString(), action, cause);
    }
}
