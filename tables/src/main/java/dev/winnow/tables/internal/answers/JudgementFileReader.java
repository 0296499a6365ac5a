package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.history.Answer.Reply;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelScope;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.internal.panel.RoundFile;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.tables.internal.answers.FormRows.FormRow;
import dev.winnow.tables.internal.answers.JudgementFile.Given;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.headings.CellReader;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.headings.NameLookup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the judgements of returned blind forms. A row with a problem is refused with its reason; the others count.
 */
public final class JudgementFileReader {

    private static final Property CONFLICT = Property.of("conflict", Property.Type.FLAG);
    /** Reasons that go with the denial of a conflict, folded. */
    private static final Set<String> NO_REASON = Stream.of("", "-", "–", "—", "/", "no", "none", "n/a", "否", "无", "没有")
            .map(TextFolding::of)
            .collect(Collectors.toUnmodifiableSet());

    private static final Property DAY = Property.of("asOf", Property.Type.DATE);

    private final Panel panel;
    private final Round round;
    private final PanelScope scope;
    private final EntryKinds kinds;
    private final NameLookup names;
    private final @Nullable LocalDate received;

    /**
     * Creates a reader of the forms of a round.
     *
     * @param universe the universe of the projects and cities
     * @param received the day of forms that state none; null if unknown
     */
    public JudgementFileReader(
            Panel panel, Round round, PanelScope scope, Universe universe, @Nullable LocalDate received) {
        this.panel = panel.before(round.number());
        this.round = round;
        this.scope = scope;
        this.kinds = EntryKinds.of(universe.vocabulary());
        this.names = NameLookup.of(universe);
        this.received = received;
    }

    /** Returns the content of a form. */
    public JudgementFile read(ReturnedForm form) {
        return new Reading(form).result();
    }

    /** One form. */
    private final class Reading {

        private final ReturnedForm form;
        private final @Nullable BlindForm asked;
        private final List<Problem> whole = new ArrayList<>();
        private final List<Problem> faults = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();
        private final List<Given> taken = new ArrayList<>();
        private final List<AnswerFile.Refused> refused = new ArrayList<>();
        private final List<Recusal> conflicts = new ArrayList<>();
        private final Set<String> declared = new HashSet<>();
        private final Set<String> present = new HashSet<>();
        private final Set<String> changed = new HashSet<>();
        private @Nullable LocalDate day;
        private int empty;

        Reading(ReturnedForm form) {
            this.form = form;
            this.day = received;
            this.asked = asked();
        }

        /** Returns the form that its assessor was asked to fill in; null if it is none of this panel and round. */
        private @Nullable BlindForm asked() {
            whole.addAll(form.rows().contradictions());
            for (String key : List.of("panel.id", "panel.round", "panel.assessor", "panel.digest", "panel.facts")) {
                if (form.about(key).isEmpty()) {
                    whole.add(Problem.at(form.at(key), "the form has no `%s`", key)
                            .with(Message.of(
                                    "restore the sheet or section `%s` of the form; in a .csv, write its lines above"
                                            + " the questions",
                                    "winnow")));
                }
            }
            if (!whole.isEmpty()) {
                return null;
            }
            String id = form.about("panel.assessor");
            Assessor assessor = panel.assessor(id);
            if (assessor == null) {
                whole.add(Problem.at(form.at("panel.assessor"), "the panel has no assessor `%s`", id)
                        .with(Nearest.oneOf(
                                id, panel.assessors().stream().map(Assessor::id).toList())));
            }
            if (!form.about("panel.id").equals(panel.id())) {
                whole.add(Problem.at(
                        form.at("panel.id"),
                        "this is a form of the panel `%s`, not of `%s`",
                        form.about("panel.id"),
                        panel.id()));
            }
            if (!form.about("panel.round").equals(String.valueOf(round.number()))) {
                whole.add(Problem.at(
                        form.at("panel.round"),
                        "this is a form of round %s, not of round %s",
                        form.about("panel.round"),
                        round.number()));
            }
            if (assessor == null || !whole.isEmpty()) {
                return null;
            }
            BlindForm own = BlindForm.of(panel, round.number(), assessor, scope);
            edition(own);
            return whole.isEmpty() ? own : null;
        }

        JudgementFile result() {
            faults.addAll(whole);
            if (asked != null) {
                Map<String, String> then = form.digests();
                asked.digests().forEach((fact, digest) -> {
                    if (!digest.equals(then.get(fact))) {
                        changed.add(fact);
                    }
                });
                day();
            }
            form.rows().rows().forEach(this::row);
            int missing = 0;
            List<String> undeclared = new ArrayList<>();
            for (BlindForm.Subject subject : asked == null ? List.<BlindForm.Subject>of() : asked.subjects()) {
                missing += (int) subject.facts().stream()
                        .filter(fact -> !present.contains(key(fact, subject.id())))
                        .count();
                if (!declared.contains(subject.id())) {
                    undeclared.add(subject.id());
                }
            }
            return new JudgementFile(
                            form.file(),
                            asked == null ? null : asked.assessor().id(),
                            day,
                            isLate(),
                            taken,
                            List.of(),
                            refused,
                            empty,
                            missing,
                            conflicts,
                            undeclared,
                            faults,
                            notes,
                            form.metadata())
                    .settingAside(conflicts);
        }

        private static String key(String fact, String subject) {
            return fact + " " + subject;
        }

        private boolean isLate() {
            LocalDate until = round.until();
            return until != null && day != null && day.isAfter(until);
        }

        /** Checks that the form was made for its assessor from the present panel. */
        private void edition(BlindForm own) {
            String digest = form.about("panel.digest");
            if (digest.equals(own.digest())) {
                return;
            }
            for (Assessor other : panel.assessors()) {
                if (BlindForm.of(panel, round.number(), other, scope).digest().equals(digest)) {
                    whole.add(Problem.at(
                                    form.at("panel.assessor"),
                                    "this form was made for the assessor `%s`, not for `%s`",
                                    other.id(),
                                    own.assessor().id())
                            .with(Message.of(
                                    "restore the sheet or section `%s` of the form; in a .csv, write its lines above"
                                            + " the questions",
                                    "winnow")));
                    return;
                }
            }
            notes.add(Problem.at(
                            form.at("panel.digest"), "the panel or its facts have changed since this form was made")
                    .with(Message.of("judgements about unchanged facts count; `winnow panel ask` writes a new form")));
        }

        private void day() {
            String text = form.about("asOf");
            List<Problem> wrong = new ArrayList<>();
            if (!text.isEmpty()) {
                Node said = node(DAY, null, text, form.at("asOf"), wrong);
                Period period = said == null ? null : Period.parse("asOf", said, wrong);
                day = period == null ? day : period.last();
            }
            faults.addAll(wrong);
            if (day == null) {
                notes.add(Problem.at(form.at("asOf"), "the form has no date")
                        .with(Message.of("fill it in, or give the day of its receipt with `%s`", "--today DATE")));
            } else if (isLate()) {
                notes.add(Problem.at(
                        form.at("asOf"),
                        "the form of `%s` of %s came after the round ended on %s; it counts and is marked as late",
                        form.about("panel.assessor"),
                        day,
                        round.until()));
            }
        }

        private void row(FormRow one) {
            AnswerRow row = one.row();
            String fact = row.text(AnswerColumn.FACT);
            String answer = row.text(AnswerColumn.ANSWER);
            String reason = row.text(AnswerColumn.REASON);
            boolean blank =
                    answer.isEmpty() && reason.isEmpty() && one.problems().isEmpty();
            if (fact.isEmpty() && blank) {
                return;
            }
            present.add(key(fact, row.text(AnswerColumn.OF)));
            List<Problem> wrong = new ArrayList<>(whole);
            wrong.addAll(one.problems());
            if (BlindForm.isConflict(fact)) {
                conflict(row, wrong);
            } else if (blank) {
                empty++;
            } else {
                Given given = wrong.isEmpty() ? given(row, wrong) : null;
                if (given == null) {
                    refused.add(new AnswerFile.Refused(row, wrong));
                } else {
                    taken.add(given);
                }
            }
        }

        /** Reads the answer whether the assessor has a conflict of interest. An unclear answer counts as one. */
        private void conflict(AnswerRow row, List<Problem> wrong) {
            String answer = row.text(AnswerColumn.ANSWER);
            String reason = row.text(AnswerColumn.REASON);
            String subject = row.text(AnswerColumn.OF);
            if (asked == null || (answer.isEmpty() && reason.isEmpty())) {
                return;
            }
            declared.add(subject);
            Node said = wrong.isEmpty() ? node(CONFLICT, null, answer, row.at(AnswerColumn.ANSWER), wrong) : null;
            Place place = row.at(AnswerColumn.ANSWER);
            if (said != null && said.text().equals("false")) {
                if (NO_REASON.contains(TextFolding.of(reason))) {
                    return;
                }
                faults.add(Problem.at(
                                row.at(AnswerColumn.REASON),
                                "`%s` denies a conflict of interest with `%s`, but gives a reason for one; this counts"
                                        + " as one",
                                asked.assessor().id(),
                                subject)
                        .with(Message.of("remove the reason, or answer `%s`", "yes")));
            } else if (said == null || !said.text().equals("true")) {
                faults.addAll(wrong);
                faults.add(Problem.at(
                                place,
                                "it is unclear whether `%s` has a conflict of interest with `%s`; this counts as one",
                                asked.assessor().id(),
                                subject)
                        .with(Message.of("write `%s` or `%s`", "yes", "no")));
            }
            String stated =
                    reason.isEmpty() || HiddenCharacters.firstIn(reason) >= 0 || reason.length() > TextLength.MAX_PROSE
                            ? "conflict of interest declared in the form"
                            : reason;
            conflicts.add(new Recusal(subject, asked.assessor().id(), stated, round.number(), place));
        }

        private @Nullable Given given(AnswerRow row, List<Problem> wrong) {
            String answer = row.text(AnswerColumn.ANSWER);
            String fact = row.text(AnswerColumn.FACT);
            Place at = row.at(AnswerColumn.ANSWER);
            if (fact.isEmpty() || row.text(AnswerColumn.OF).isEmpty()) {
                AnswerColumn empty = fact.isEmpty() ? AnswerColumn.FACT : AnswerColumn.OF;
                wrong.add(Problem.at(row.place(), "the question is unknown: `%s` is empty", empty.key())
                        .with(Message.of("leave the last columns, or the line below the question, unchanged")));
                return null;
            }
            if (answer.isEmpty()) {
                wrong.add(Problem.at(at, "there is a reason but no judgement")
                        .with(Message.of("write a judgement, or `%s`", "cannot judge")));
                return null;
            }
            if (changed.contains(fact)) {
                wrong.add(Problem.at(
                                row.at(AnswerColumn.FACT),
                                "the question or the scale of `%s` has changed since this form was made",
                                fact)
                        .with(Message.of("`winnow panel ask` writes a new form")));
                return null;
            }
            boolean cannot = BlindForm.saysCannotJudge(answer) || Reply.of(answer) != null;
            Property property = property(fact);
            Node value = cannot
                    ? null
                    : property == null
                            ? Node.scalar(at, answer)
                            : node(property, row.text(AnswerColumn.UNIT), answer, at, wrong);
            if (!wrong.isEmpty()) {
                return null;
            }
            Node entry = TextLength.refuse(HiddenCharacters.refuse(entry(row, value), wrong), wrong);
            Judgement judgement =
                    wrong.isEmpty() ? RoundFile.judgement(entry, round.number(), panel, scope, wrong) : null;
            return judgement == null ? null : new Given(judgement, value == null ? null : value.text(), row);
        }

        /** Returns the entry of a row in the form of the file of a round. */
        private Node entry(AnswerRow row, @Nullable Node value) {
            List<Node.Field> fields = new ArrayList<>();
            field(fields, "assessor", Node.scalar(form.at("panel.assessor"), form.about("panel.assessor")));
            field(
                    fields,
                    FactName.of(row.text(AnswerColumn.FACT)).subject(),
                    Node.scalar(row.at(AnswerColumn.OF), row.text(AnswerColumn.OF)));
            field(fields, "fact", Node.scalar(row.at(AnswerColumn.FACT), row.text(AnswerColumn.FACT)));
            Place at = row.at(AnswerColumn.ANSWER);
            field(fields, value == null ? "cannot-judge" : "value", value == null ? Node.scalar(at, "true") : value);
            String reason = row.text(AnswerColumn.REASON);
            if (!reason.isEmpty()) {
                field(fields, "reason", Node.scalar(row.at(AnswerColumn.REASON), reason));
            }
            if (day != null) {
                field(fields, "asOf", Node.scalar(form.at("asOf"), day.toString()));
            }
            return Node.map(row.at(AnswerColumn.ANSWER), fields);
        }

        private static void field(List<Node.Field> fields, String key, Node value) {
            fields.add(new Node.Field(key, value.place(), value));
        }
    }

    private @Nullable Property property(String fact) {
        FactName name = FactName.of(fact);
        EntryKind kind = name.isOfProject() ? kinds.projects() : kinds.find("cities");
        return kind == null ? null : kind.property(name.property());
    }

    /** Returns a text as files write it; null if it cannot be read, which is a problem. */
    private @Nullable Node node(Property property, @Nullable String unit, String text, Place at, List<Problem> wrong) {
        CellReader.Reading read = new CellReader(
                        new Key(property, 1, null), unit == null || unit.isEmpty() ? null : unit, names, scope.money())
                .read(text);
        if (read.wrong() != null) {
            wrong.add(read.wrong().apply(at));
            return null;
        }
        return Node.scalar(at, read.text() == null ? text : read.text());
    }
}
