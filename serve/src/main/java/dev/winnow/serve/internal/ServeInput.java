package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.letters.LetterTemplates;
import dev.winnow.serve.internal.decisions.RecordsInput;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The input of the command that serves, and its options.
 *
 * @param wording the language of pages and messages
 * @param readOnly whether files and records must not be changed
 * @param pack the folder of the pack, which may be inside a JAR file
 * @param editable whether its files can be written; those that an installed winnow brings are inside a JAR file
 * @param reading reads the universe again, as a pack reads it, with the options of the command
 * @param vocabulary the facts that files of candidates may state
 * @param panel the panel, with the universe as it is without its judgements; null if none is given
 * @param records the records; null if none are used
 * @param templates the templates of letters
 */
public record ServeInput(
        Wording wording,
        boolean readOnly,
        Path pack,
        boolean editable,
        Function<RulePack, ScreeningRequest> reading,
        Supplier<Vocabulary> vocabulary,
        @Nullable PanelInput panel,
        @Nullable RecordsInput records,
        LetterTemplates templates) {

    /**
     * A panel of assessors.
     *
     * @param file its file
     * @param reading reads it and its judgements again, as a pack reads them
     */
    public record PanelInput(Path file, Function<RulePack, PanelUniverse> reading) {}
}
