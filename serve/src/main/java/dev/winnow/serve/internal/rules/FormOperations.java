package dev.winnow.serve.internal.rules;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.workbench.internal.assist.PackAssist;
import dev.winnow.workbench.internal.assist.Symbol;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.LineEnds;
import dev.winnow.workbench.internal.mutate.NewCase;
import dev.winnow.workbench.internal.scaffold.NewLimit;
import dev.winnow.workbench.internal.scaffold.Scaffold;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds rules, facts, lists, criteria, limits and cases to the unsaved edits from forms. */
public final class FormOperations {

    private static final List<String> SIDES = List.of("project", "city");
    private static final List<String> OUTCOMES = List.of("fires", "does not fire", "cannot say");

    /**
     * The choices of forms.
     *
     * @param schema the version of the contract
     * @param criteria the rule files, by name without ending
     * @param rules the ids of rules
     * @param verbs the effects of a new rule
     * @param facts the kinds of a new fact
     * @param sides the sides of a criterion, which are also the subjects of a fact
     * @param outcomes the outcomes of a case
     */
    record Choices(
            int schema,
            List<String> criteria,
            List<String> rules,
            List<String> verbs,
            List<String> facts,
            List<String> sides,
            List<String> outcomes) {}

    /**
     * A filled form. Each kind reads its own fields.
     *
     * @param kind the kind of the addition
     * @param id the id or name of a rule, fact, list, criterion, condition or limit
     * @param criterion the rule file to extend; null for the only one
     * @param verb the effect of a rule
     * @param points the points of a rule; null for the rest of its criterion
     * @param bands whether a rule becomes a table of two bands
     * @param subject the subject of a fact, or the side of a criterion
     * @param is the kind of a fact
     * @param title the title; the sentence of a case
     * @param chinese the Chinese title of a fact
     * @param row the type of the rows of a list
     * @param key the text that identifies the rows of a list
     * @param figure the number that each row of a list has
     * @param weight the weight of a criterion
     * @param value the value of a limit
     * @param source the source of a limit
     * @param reason the reason for an assumed limit
     * @param rule the rule of a case
     * @param outcome the outcome of a case
     */
    record Form(
            Kind kind,
            @Nullable String id,
            @Nullable String criterion,
            @Nullable String verb,
            @Nullable BigDecimal points,
            @Nullable Boolean bands,
            @Nullable String subject,
            @Nullable String is,
            @Nullable String title,
            @Nullable String chinese,
            @Nullable String row,
            @Nullable String key,
            @Nullable String figure,
            @Nullable BigDecimal weight,
            @Nullable String value,
            @Nullable String source,
            @Nullable String reason,
            @Nullable String rule,
            @Nullable String outcome) {}

    /** The kind of an addition. */
    enum Kind {
        RULE,
        FACT,
        LIST,
        CRITERION,
        CONDITION,
        LIMIT,
        CASE
    }

    /**
     * The place of an addition.
     *
     * @param schema the version of the contract
     * @param revision the revision of the unsaved edits
     * @param files the names of the changed files
     * @param file the file to look at
     * @param line the first line that was added to it, from 0
     */
    record Added(int schema, long revision, List<String> files, String file, int line) {}

    private final RuleDraft draft;

    public FormOperations(RuleDraft draft) {
        this.draft = draft;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/rules/choices",
                        "Returns the choices of the forms of additions.",
                        Choices.class,
                        request -> Reply.json(choices())),
                Operation.post(
                        "/api/rules/add",
                        Access.EDIT,
                        "Adds a rule, fact, list, criterion, condition, limit or case to the unsaved edits.",
                        Form.class,
                        Added.class,
                        this::add));
    }

    private Choices choices() throws RefusedRequest {
        RuleDraft.Files read = draft.files();
        PackAssist pack = PackAssist.of(read.files(), read.opening());
        PackHead head = PackHead.read(read.files(), new ArrayList<>());
        return new Choices(
                Contract.SCHEMA,
                List.copyOf(head.outline().files().keySet()),
                RuleFiles.names(read.files()).stream()
                        .flatMap(name -> pack.symbols(name + ".drl").stream())
                        .map(Symbol::name)
                        .toList(),
                Scaffold.VERBS,
                Scaffold.FACTS,
                SIDES,
                OUTCOMES);
    }

    private Reply add(WebRequest request) throws RefusedRequest {
        Form form = request.as(Form.class);
        RuleDraft.State state = draft.now();
        Draft made;
        try {
            made = made(form, draft.folder(), state.texts());
        } catch (PackException e) {
            throw new RefusedRequest(Status.CONFLICT, e.problems().get(0).what());
        }
        requireUsable(made);
        PackFiles before = draft.files().files();
        Map<String, String> texts = new TreeMap<>();
        made.changes().forEach(change -> texts.put(name(change.path()), change.after()));
        draft.add(texts, state.revision());
        String shown = name(made.changes()
                .get(form.kind() == Kind.FACT || form.kind() == Kind.LIST ? 0 : shown(made))
                .path());
        return Reply.json(new Added(
                Contract.SCHEMA,
                draft.revision(),
                List.copyOf(texts.keySet()),
                shown,
                firstDifference(before.raw(shown), texts.getOrDefault(shown, ""))));
    }

    /** Returns the position of the rule file among the changes; the first change if no rule file changes. */
    private static int shown(Draft made) {
        for (int i = 0; i < made.changes().size(); i++) {
            if (made.changes().get(i).path().toString().endsWith(".drl")) {
                return i;
            }
        }
        return 0;
    }

    private static void requireUsable(Draft made) throws RefusedRequest {
        Message complaint = made.complaint() != null ? made.complaint() : made.obstacle();
        if (complaint != null) {
            throw new RefusedRequest(Status.UNPROCESSABLE, complaint);
        }
        if (!made.problems().isEmpty()) {
            Problem first = made.problems().get(0);
            throw new RefusedRequest(
                    Status.UNPROCESSABLE, Message.of("%s: %s", first.place().file(), first.what()));
        }
        if (made.changes().isEmpty()) {
            throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("nothing was added"));
        }
    }

    private static Draft made(Form form, Path folder, Map<String, String> unsaved) throws RefusedRequest {
        return switch (form.kind()) {
            case RULE ->
                Scaffold.rule(
                        folder,
                        unsaved,
                        new Scaffold.NewRule(
                                text("id", form.id()),
                                form.criterion(),
                                form.verb() == null ? "award" : form.verb(),
                                form.points(),
                                Boolean.TRUE.equals(form.bands())));
            case FACT ->
                Scaffold.fact(
                        folder,
                        unsaved,
                        new Scaffold.NewFact(
                                text("id", form.id()),
                                form.subject() == null ? "project" : form.subject(),
                                form.is() == null ? "number" : cleaned(form.is()),
                                optional(form.title()),
                                optional(form.chinese()),
                                form.criterion()));
            case LIST ->
                Scaffold.list(
                        folder,
                        unsaved,
                        new Scaffold.NewList(
                                text("id", form.id()),
                                text("row", form.row()),
                                text("key", form.key()),
                                text("figure", form.figure()),
                                form.criterion()));
            case CRITERION ->
                Scaffold.criterion(
                        folder,
                        unsaved,
                        new Scaffold.NewCriterion(
                                text("id", form.id()),
                                optional(form.title()),
                                form.subject() == null ? "project" : form.subject(),
                                form.weight() == null ? BigDecimal.TEN : form.weight()));
            case CONDITION -> Scaffold.condition(folder, unsaved, text("id", form.id()));
            case LIMIT ->
                new NewLimit(
                                text("id", form.id()),
                                text("title", form.title()),
                                text("value", form.value()),
                                optional(form.source()),
                                optional(form.source()) == null ? text("reason", form.reason()) : null)
                        .in(folder, unsaved);
            case CASE ->
                new NewCase(text("title", form.title()), text("rule", form.rule()), outcome(form.outcome()))
                        .in(folder, unsaved);
        };
    }

    private static String outcome(@Nullable String given) throws RefusedRequest {
        String outcome = text("outcome", given);
        if (!OUTCOMES.contains(outcome)) {
            throw new RefusedRequest(
                    Status.UNPROCESSABLE,
                    Message.of("unknown outcome `%s`; use one of %s", outcome, Message.names(OUTCOMES)));
        }
        return outcome;
    }

    /** Returns the text of a field on one line; refuses an empty one. */
    private static String text(String field, @Nullable String given) throws RefusedRequest {
        String text = optional(given);
        if (text == null) {
            throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("the field `%s` is empty", field));
        }
        return text;
    }

    private static @Nullable String optional(@Nullable String given) {
        String text = given == null ? "" : cleaned(given);
        return text.isEmpty() ? null : text;
    }

    private static String cleaned(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private String name(Path path) {
        return draft.folder().relativize(path).toString().replace('\\', '/');
    }

    private static int firstDifference(@Nullable String before, String after) {
        List<String> old =
                before == null ? List.of() : LineEnds.plain(before).lines().toList();
        List<String> lines = LineEnds.plain(after).lines().toList();
        int line = 0;
        while (line < Math.min(old.size(), lines.size()) && old.get(line).equals(lines.get(line))) {
            line++;
        }
        while (line < lines.size() - 1 && lines.get(line).isBlank()) {
            line++;
        }
        return Math.min(line, Math.max(0, lines.size() - 1));
    }
}
