package dev.winnow.serve.internal.rules;

import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.workbench.internal.assist.Completion;
import dev.winnow.workbench.internal.assist.Diagnostic;
import dev.winnow.workbench.internal.assist.Location;
import dev.winnow.workbench.internal.assist.PackAssist;
import dev.winnow.workbench.internal.assist.Rename;
import dev.winnow.workbench.internal.assist.Renaming;
import dev.winnow.workbench.internal.assist.Symbol;
import dev.winnow.workbench.internal.edit.LineEnds;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Help while typing: problems, completions, meanings and places of names, renaming and formatting. */
public final class AssistOperations {

    /**
     * The problems and remarks of the pack with its unsaved edits.
     *
     * @param schema the version of the contract
     * @param revision the revision of the unsaved edits
     * @param edited the names of the files with unsaved edits
     * @param merged the names of the files whose sent texts were merged with the edits of another page
     * @param problems the problems and remarks, the problems first
     */
    record Checked(int schema, long revision, List<String> edited, List<String> merged, List<Finding> problems) {}

    /**
     * A problem or a remark, in the language of the server.
     *
     * @param file the file; empty for the folder
     * @param line the line, from 0
     * @param start the first character to underline, from 0, in UTF-16 units
     * @param end the character after the last one
     * @param severity how serious it is
     * @param code the code of the remark; null for a problem
     * @param what the description
     * @param advice the correction to try; null if there is none
     * @param replacement the text that replaces the underlined one; null if the correction is not one word
     */
    record Finding(
            String file,
            int line,
            int start,
            int end,
            Diagnostic.Severity severity,
            @Nullable String code,
            String what,
            @Nullable String advice,
            @Nullable String replacement) {}

    /**
     * The words that can be written at a position.
     *
     * @param schema the version of the contract
     * @param words the words
     */
    record Completions(int schema, List<Word> words) {}

    /**
     * A word that can be written.
     *
     * @param text the word
     * @param kind the kind of word
     * @param detail its meaning in a few words; empty if there is none
     * @param start the first character of its line that it replaces
     */
    record Word(String text, Completion.Kind kind, String detail, int start) {}

    /**
     * The meaning of a name.
     *
     * @param schema the version of the contract
     * @param lines the meaning, a line each; empty if it has none
     */
    record Meaning(int schema, List<String> lines) {}

    /**
     * Places of a name.
     *
     * @param schema the version of the contract
     * @param places the places
     */
    record Places(int schema, List<NamedPlace> places) {}

    /**
     * A part of a line.
     *
     * @param file the file
     * @param line the line, from 0
     * @param start the first character, from 0
     * @param end the character after the last one
     * @param text the whole line
     */
    record NamedPlace(String file, int line, int start, int end, String text) {}

    /**
     * The outline of a file.
     *
     * @param schema the version of the contract
     * @param symbols its rules, limits or cases
     */
    record Outline(int schema, List<Entry> symbols) {}

    /**
     * A rule, limit or case.
     *
     * @param name its id; for a case its sentence
     * @param detail its title; empty if it has none
     * @param line the line of its name, from 0
     * @param start the first character of its name
     * @param lastLine its last line
     */
    record Entry(String name, String detail, int line, int start, int lastLine) {}

    /**
     * A formatted file.
     *
     * @param schema the version of the contract
     * @param text the formatted text with plain line feeds; null if it is formatted already, or invalid
     */
    record Formatted(int schema, @Nullable String text) {}

    /**
     * A new name for a limit or a rule.
     *
     * @param file the file
     * @param line the line, from 0
     * @param character the character, from 0
     * @param name the new name
     */
    record NewName(String file, int line, int character, String name) {}

    private static final Parameter FILE = Parameter.required("file", "The name of the file.");
    private static final Parameter[] POSITION = {
        FILE,
        Parameter.required("line", "The line, from 0.").numberFrom(0),
        Parameter.required("character", "The character of the line, from 0, in UTF-16 units.")
                .numberFrom(0)
    };

    private final RuleDraft draft;
    private final Wording wording;

    public AssistOperations(RuleDraft draft, Wording wording) {
        this.draft = draft;
        this.wording = wording;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/rules/problems",
                        "Returns the problems and remarks of the pack with its unsaved edits.",
                        Checked.class,
                        request -> checked()),
                Operation.get(
                        "/api/rules/completions",
                        "Returns the words that can be written at a position.",
                        Completions.class,
                        request -> at(request, this::completions),
                        POSITION),
                Operation.get(
                        "/api/rules/meaning",
                        "Returns the meaning of the name at a position.",
                        Meaning.class,
                        request -> at(request, this::meaning),
                        POSITION),
                Operation.get(
                        "/api/rules/definition",
                        "Returns the places that define the name at a position.",
                        Places.class,
                        request -> at(request, (pack, file, line, at) -> places(pack, pack.definition(file, line, at))),
                        POSITION),
                Operation.get(
                        "/api/rules/references",
                        "Returns all places of the name at a position.",
                        Places.class,
                        request -> at(request, (pack, file, line, at) -> places(pack, pack.references(file, line, at))),
                        POSITION),
                Operation.get(
                        "/api/rules/outline",
                        "Returns the rules, limits or cases of a file.",
                        Outline.class,
                        request -> Reply.json(new Outline(
                                Contract.SCHEMA,
                                pack().symbols(request.get("file")).stream()
                                        .map(AssistOperations::entry)
                                        .toList())),
                        FILE),
                Operation.get(
                        "/api/rules/formatted",
                        "Returns a rule file as winnow rules fmt writes it.",
                        Formatted.class,
                        request -> {
                            String text = pack().format(request.get("file"));
                            return Reply.json(
                                    new Formatted(Contract.SCHEMA, text == null ? null : LineEnds.plain(text)));
                        },
                        FILE),
                Operation.post(
                        "/api/rules/rename",
                        Access.EDIT,
                        "Renames a limit or a rule in the unsaved edits of all files.",
                        NewName.class,
                        Checked.class,
                        this::rename));
    }

    private PackAssist pack() throws RefusedRequest {
        RuleDraft.Files files = draft.files();
        return PackAssist.of(files.files(), files.opening());
    }

    /** Returns the problems of the pack with its unsaved edits. */
    Reply checked() throws RefusedRequest {
        return checked(List.of());
    }

    /**
     * Returns the problems of the pack with its unsaved edits.
     *
     * @param merged the names of the files whose texts were merged with the edits of another page
     */
    Reply checked(List<String> merged) throws RefusedRequest {
        RuleDraft.Files files = draft.files();
        PackAssist pack = PackAssist.of(files.files(), files.opening());
        return Reply.json(new Checked(
                Contract.SCHEMA,
                files.revision(),
                files.edited(),
                merged,
                pack.diagnostics().stream().map(this::finding).toList()));
    }

    private Finding finding(Diagnostic one) {
        return new Finding(
                one.file(),
                one.span().line(),
                one.span().start(),
                one.span().end(),
                one.severity(),
                one.code(),
                wording.say(one.what()),
                said(one.advice()),
                one.replacement());
    }

    private @Nullable String said(@Nullable Message message) {
        return message == null ? null : wording.say(message);
    }

    /** Answers about a position. */
    private interface Answer {
        Object of(PackAssist pack, String file, int line, int character);
    }

    private Reply at(WebRequest request, Answer answer) throws RefusedRequest {
        return Reply.json(answer.of(pack(), request.get("file"), request.number("line"), request.number("character")));
    }

    private Completions completions(PackAssist pack, String file, int line, int character) {
        return new Completions(
                Contract.SCHEMA,
                pack.completions(file, line, character).stream()
                        .map(one -> new Word(
                                one.text(),
                                one.kind(),
                                one.detail(),
                                one.replaced().start()))
                        .toList());
    }

    private Meaning meaning(PackAssist pack, String file, int line, int character) {
        return new Meaning(
                Contract.SCHEMA,
                pack.hover(file, line, character).stream().map(wording::say).toList());
    }

    private static Places places(PackAssist pack, List<Location> places) {
        return new Places(
                Contract.SCHEMA,
                places.stream()
                        .map(one -> new NamedPlace(
                                one.file(),
                                one.span().line(),
                                one.span().start(),
                                one.span().end(),
                                line(pack, one)))
                        .toList());
    }

    private static String line(PackAssist pack, Location place) {
        String text = pack.text(place.file());
        return text == null
                ? ""
                : text.lines().skip(place.span().line()).findFirst().orElse("");
    }

    private static Entry entry(Symbol one) {
        return new Entry(one.name(), one.detail(), one.span().line(), one.span().start(), one.lastLine());
    }

    private Reply rename(WebRequest request) throws RefusedRequest {
        NewName asked = request.as(NewName.class);
        RuleDraft.Files files = draft.files();
        PackAssist pack = PackAssist.of(files.files(), files.opening());
        Renaming renaming = pack.rename(asked.file(), asked.line(), asked.character(), asked.name());
        if (renaming.refusal() != null) {
            throw new RefusedRequest(Status.UNPROCESSABLE, renaming.refusal());
        }
        Location first = renaming.places().get(0);
        String old =
                line(pack, first).substring(first.span().start(), first.span().end());
        draft.put(
                Objects.requireNonNull(new Rename(old, asked.name()).applied(renaming.places(), pack::text)),
                files.revision());
        return checked();
    }
}
