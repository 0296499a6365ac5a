package dev.winnow.serve.internal;

import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.candidates.TemporaryFiles;
import dev.winnow.tables.internal.answers.AnswerFile;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.GivenAnswer;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.workbench.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The answers in a file that came back, as {@code winnow answers} reads it. They do not count before they are among
 * those of the form.
 *
 * @param schema the version of the contract
 * @param taken the accepted answers
 * @param names their subjects in words
 * @param refused the other ones
 * @param conflicts contradictions between the answers and facts known for the same day
 * @param notes remarks, such as that the questions were made with another pack
 */
record ReceivedAnswers(
        int schema,
        List<GivenAnswer> taken,
        List<NamedAnswer> names,
        List<RefusedText> refused,
        List<String> conflicts,
        List<String> notes) {

    /** The kinds of files. */
    enum Kind {
        XLSX,
        CSV,
        MD,
        JSON,
        YAML;

        /** Returns the kind of a word, such as {@code xlsx}. */
        static Kind of(String word) throws RefusedRequest {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.equals("yml")) {
                return YAML;
            }
            return Stream.of(values())
                    .filter(kind -> kind.word().equals(lower))
                    .findFirst()
                    .orElseThrow(() -> new RefusedRequest(
                            Status.UNPROCESSABLE,
                            Message.of("this is not a file of answers")
                                    .with(Message.of(
                                            "it is one of %s",
                                            Message.names(Stream.of(values())
                                                    .map(Kind::word)
                                                    .toList())))));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the name of a file of this kind in messages and sources. The name that the user gave is not used. */
        private String file() {
            return "answers." + word();
        }
    }

    /** Reads a file over the universe of a screening without answers. */
    static ReceivedAnswers read(Kind kind, byte[] content, Snapshot over, Wording wording) throws RefusedRequest {
        Universe universe = over.request().universe();
        try {
            LaidAnswers laid = LaidAnswers.over(universe, file(kind, content, universe));
            Screening screening = over.result().asked();
            List<Problem> notes = laid.otherEditions(
                    List.of(
                            screening.pack().name(),
                            screening.pack().version(),
                            screening.pack().digest()),
                    List.of(screening.universe().name(), screening.universe().digest()));
            return new ReceivedAnswers(
                    Contract.SCHEMA,
                    GivenAnswer.of(laid),
                    NamedAnswer.all(laid, over, wording),
                    RefusedText.ofFile(laid, wording),
                    laid.conflicts().stream().map(wording::say).toList(),
                    notes.stream().map(note -> RefusedText.said(note, wording)).toList());
        } catch (UnreadableTable e) {
            throw new RefusedRequest(
                    Status.UNPROCESSABLE, e.problem().what().with(e.problem().advice()));
        }
    }

    private static AnswerFile file(Kind kind, byte[] content, Universe universe) throws UnreadableTable {
        return switch (kind) {
            case YAML -> AnswerFileReader.readDocument(kind.file(), content);
            case JSON -> new AnswerFileReader(universe).readJson(kind.file(), content);
            case XLSX, CSV, MD -> throughFile(kind, content, universe);
        };
    }

    /** Reads a table from a temporary file, since workbooks are read from files. */
    private static AnswerFile throughFile(Kind kind, byte[] content, Universe universe) throws UnreadableTable {
        try (TemporaryFiles files = new TemporaryFiles()) {
            return new AnswerFileReader(universe).read(files.write("." + kind.word(), content), kind.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
