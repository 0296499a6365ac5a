package dev.winnow.web.internal.workbench;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.journal.WorkFiles;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The input of the command that serves, and its options.
 *
 * @param wording the language of pages and messages
 * @param workspace the name of the workspace; null if the work ends with the server
 * @param readOnly whether files and records must not be changed
 * @param pack the folder of the pack, which may be inside a JAR file
 * @param editable whether its files can be written; those that an installed winnow brings are inside a JAR file
 * @param reading reads the universe again, as a pack reads it, with the options of the command
 * @param vocabulary the facts that files of candidates may state
 * @param candidates reads the candidates in the files of the work
 * @param views all views, in the order of the navigation
 */
public record SessionInput(
        Wording wording,
        @Nullable String workspace,
        boolean readOnly,
        Path pack,
        boolean editable,
        Function<RulePack, ScreeningRequest> reading,
        Supplier<Vocabulary> vocabulary,
        CandidateSource candidates,
        List<View> views) {

    /** Reads the candidates of the user. */
    @FunctionalInterface
    public interface CandidateSource {

        /**
         * Returns the candidates in files of the work.
         *
         * @param given the request with the universe to whose entries they refer
         * @return null if the work has none, or they are not screened
         */
        @Nullable
        AddedCandidates in(WorkFiles files, ScreeningRequest given) throws RefusedRequest;
    }

    public SessionInput {
        views = views.stream().sorted(Comparator.comparing(View::group)).toList();
    }
}
