package dev.winnow.papers.letter;

import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.console.option.Addressee;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.WhatIf;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.Origins;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The document of {@code letter}. It is built only from the titles of criteria and of rules that hold for the project,
 * the project's own figures, questions, and texts that people give, so that it contains no weight, threshold, points, or
 * name of another candidate or an assessor.
 */
public final class LetterContents {

    /** The administration of a city. */
    public static final LocalName CITY = new LocalName("city", null);

    /** The usual addressees by their words; others must have an open question. */
    public static final Map<String, LocalName> USUAL = Map.of(
            "applicant",
            Addressee.APPLICANT,
            "owner",
            Addressee.APPLICANT,
            "city",
            CITY,
            "register",
            new LocalName("register", null));

    /** Days from the date of a letter to the requested reply. */
    public static final int DAYS_TO_REPLY = 14;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    /** Stands for a value that a person has to fill in. */
    private static final String BLANK = "________";

    /** Maximum number of criteria named as reasons. */
    private static final int MOST_REASONS = 3;

    /** Maximum number of criteria named as merits. */
    private static final int MOST_STRENGTHS = 2;

    /** The least score of a criterion that is called a merit: the middle of the scale. */
    private static final BigDecimal MERIT = BigDecimal.valueOf(50);

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Letter.Order order;
    private final LocalName to;
    private final List<LetterEntry.Asked> questions;
    private final ScreeningResult result;
    private final List<Explanation> pairs;
    private final LetterTemplates templates;
    private final Wording wording;
    private final Names names;
    private final FactWords factWords;

    private LetterContents(
            Letter.Order order,
            LocalName to,
            List<LetterEntry.Asked> questions,
            ScreeningResult result,
            List<Explanation> pairs,
            LetterTemplates templates,
            Wording wording) {
        this.order = order;
        this.to = to;
        this.questions = questions;
        this.result = result;
        this.pairs = pairs;
        this.templates = templates;
        this.wording = wording;
        this.names = result.asked().names();
        this.factWords = new FactWords(wording, names);
    }

    /**
     * Returns the letter.
     *
     * @param to the addressee
     * @param questions the questions to the addressee; used by a request only
     * @param result the screening
     * @param pairs the explanations of the pairs in question, all of the same project; only one unless it is a request
     * @param templates the texts of the bureau in the language of {@code wording}
     */
    public static Letter of(
            Letter.Order order,
            LocalName to,
            List<LetterEntry.Asked> questions,
            ScreeningResult result,
            List<Explanation> pairs,
            LetterTemplates templates,
            Wording wording) {
        List<LetterEntry.Asked> asked = order.kind() == LetterKind.REQUEST ? questions : List.of();
        return new Letter(new LetterContents(order, to, asked, result, pairs, templates, wording).document(), asked);
    }

    private Assessment first() {
        return pairs.get(0).assessment();
    }

    private Document document() {
        LetterTemplate template = templates.of(order.kind());
        Map<String, String> values = values();
        List<Block> lead = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        if (order.draft()) {
            lead.add(new Paragraph(
                    wording.sentence("DRAFT, not to be sent: no decision on this project is recorded."),
                    Weight.WARNING));
        }
        String heading = "";
        List<Block> blocks = new ArrayList<>();
        for (LetterTemplate.Part part : template.parts()) {
            if (part instanceof LetterTemplate.Heading next) {
                close(heading, blocks, sections);
                heading = filled(next.text(), values);
                blocks = new ArrayList<>();
            } else if (part instanceof LetterTemplate.ListOf list) {
                blocks.add(new Items(Mark.NUMBER, items(list.name()), ""));
                if (list.name().equals("questions")) {
                    for (String sentence : reaches()) {
                        blocks.add(new Paragraph(sentence));
                    }
                }
            } else if (part instanceof LetterTemplate.Line line) {
                blocks.add(new Paragraph(filled(line.text(), values)));
            }
        }
        close(heading, blocks, sections);
        String title = filled(template.title(), values);
        return new Document(title, title, lead, sections, List.of(), provenance());
    }

    /** Ends a section. A section with a list is left out if the list is empty. */
    private static void close(String heading, List<Block> blocks, List<Section> sections) {
        boolean missing = blocks.stream().anyMatch(block -> block instanceof Items items && items.isEmpty());
        if (!missing) {
            sections.add(new Section("part-" + (sections.size() + 1), heading, blocks));
        }
    }

    private Provenance provenance() {
        boolean invented = result.asked().illustrative();
        String warning = invented || !first().illustrative()
                ? Origins.fictitious(invented, wording)
                : wording.sentence("ILLUSTRATIVE: this project is invented.");
        return new Provenance(List.of(), "", warning);
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Objects.requireNonNullElse(values.get(found.group(1)), BLANK)));
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(templates.letterhead().values());
        values.put("addressee", addressee());
        values.put("you", you());
        values.put("project", project());
        values.put(
                "city", wording.list(pairs.stream().map(this::city).distinct().toList()));
        values.put("day", wording.day(order.day()));
        values.put("until", wording.day(order.until()));
        values.put(
                "decision",
                switch (order.kind()) {
                    case RECOMMENDED -> wording.sentence("is supported");
                    case DECLINED -> wording.sentence("is not supported");
                    case REQUEST, PENDING -> wording.sentence("has not been decided on yet");
                });
        return values;
    }

    private String project() {
        return names.of("projects", first().project(), wording.language());
    }

    private String city(Explanation pair) {
        return names.of("cities", pair.assessment().city(), wording.language());
    }

    private String addressee() {
        if (to.equals(Addressee.APPLICANT)) {
            Project project = result.facts().project(first().project());
            String owner = project == null ? null : project.owner();
            return owner == null
                    ? wording.sentence("the applicant of %s", project())
                    : names.of("firms", owner, wording.language());
        }
        return to.equals(CITY)
                ? wording.sentence("the authorities of %s", city(pairs.get(0)))
                : Questionnaire.capital(new QuestionWords(wording, names).who(to));
    }

    /** Returns the address of the reader: {@code 贵公司} in Chinese. */
    private String you() {
        return to.equals(Addressee.APPLICANT) ? wording.say("letter.you.firm") : wording.say("letter.you.body");
    }

    private List<Item> items(String list) {
        return switch (list) {
            case "reasons" -> reasons();
            case "strengths" -> strengths();
            case "conditions" -> conditions();
            case "questions" ->
                questions.stream().map(one -> new Item(one.question())).toList();
            default -> throw new IllegalStateException(list);
        };
    }

    /** Says which answers can change the verdict, as far as the search for examples shows. */
    private List<String> reaches() {
        if (questions.stream().allMatch(one -> one.reach() == AnswerReach.NONE)) {
            return List.of(
                    wording.sentence(
                            "As far as we can see, the answers only complete our record and do not change our present assessment."));
        }
        List<String> sentences = new ArrayList<>();
        for (AnswerReach reach : AnswerReach.values()) {
            List<String> numbers = IntStream.range(0, questions.size())
                    .filter(i -> questions.get(i).reach() == reach)
                    .mapToObj(i -> String.valueOf(i + 1))
                    .toList();
            if (!numbers.isEmpty()) {
                sentences.add(
                        switch (reach) {
                            case ALONE ->
                                wording.sentence(
                                        "Answers that can change our present assessment: %s.", wording.list(numbers));
                            case WITH_OTHERS ->
                                wording.sentence(
                                        "Answers that can change our present assessment only together with facts that we ask of"
                                                + " others:"
                                                + " %s.",
                                        wording.list(numbers));
                            case NONE ->
                                wording.sentence("Answers that complete our record: %s.", wording.list(numbers));
                        });
            }
        }
        return sentences;
    }

    private List<Item> reasons() {
        if (!order.reasons().isEmpty()) {
            return order.reasons().stream().map(Item::new).toList();
        }
        Explanation pair = pairs.get(0);
        if (order.kind() == LetterKind.PENDING) {
            return held(pair, Effect.RED_FLAG);
        }
        List<Item> stops = held(pair, Effect.KNOCK_OUT);
        return stops.isEmpty() ? weak(pair) : stops;
    }

    private List<Item> held(Explanation pair, Effect effect) {
        List<Finding> held = pair.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .toList();
        return held.stream()
                .map(finding ->
                        new Item(Columns.withoutFullStop(finding.title()), own(pair, finding, held.size() == 1)))
                .toList();
    }

    /**
     * Returns the project's own facts on which a finding rests, without those that assessors judged: what the rule
     * tests, in the order of its conditions, then the other facts that it reads. Of yes, no and empty lists, only those
     * whose opposite changes the verdict; a zero only if it is tested, since otherwise it says that there is nothing.
     *
     * @param alone whether no other finding has the same effect, so that an opposite can change the verdict
     */
    private List<String> own(Explanation pair, Finding finding, boolean alone) {
        Assessment one = pair.assessment();
        WhatIf whatIf = result.session().whatIf(one);
        List<String> tested = result.pack().factsTested(finding.rule());
        List<String> read = Stream.concat(tested.stream(), result.pack().factsRead(finding.rule()).stream())
                .distinct()
                .filter(fact -> isOwn(fact) && !isJudged(fact))
                .toList();
        Map<String, Citation> stated = new TreeMap<>();
        for (Citation citation : result.session().statements(one)) {
            String fact = Vocabulary.PROJECT + "." + citation.property();
            Citation said = new Citation(fact, null, yesOrNo(citation.value()), citation.evidence());
            if (read.contains(fact)
                    && citation.figure() == null
                    && isPlain(said)
                    && (!alone || whatIf.without(fact).stream().anyMatch(other -> other.verdict() != one.verdict()))) {
                stated.put(fact, said);
            }
        }
        for (Citation citation : finding.evidence()) {
            if (citation.figure() != null
                    && (tested.contains(citation.property())
                            || !citation.figure().high().isZero())) {
                stated.put(citation.property(), citation);
            }
        }
        return read.stream()
                .map(stated::get)
                .filter(Objects::nonNull)
                .map(citation -> wording.sentence("according to our records, %s", factWords.read(citation)))
                .toList();
    }

    private String yesOrNo(String value) {
        return value.equals("true") ? wording.say("ways.yes") : value.equals("false") ? wording.say("ways.no") : value;
    }

    /** Whether a fact is a yes, a no or an empty list. */
    private boolean isPlain(Citation citation) {
        return citation.value().equals("none")
                || citation.value().equals(wording.say("ways.yes"))
                || citation.value().equals(wording.say("ways.no"));
    }

    private static boolean isOwn(String fact) {
        FactName name = FactName.of(fact);
        return name.isOfProject() && name.row().isEmpty();
    }

    private boolean isJudged(String fact) {
        DeclaredProperty property = names.vocabulary()
                .property(Vocabulary.PROJECT, FactName.of(fact).property());
        return property != null && property.judged() != null;
    }

    private List<Item> weak(Explanation pair) {
        return most(
                pair,
                MOST_REASONS,
                one -> one.side() == pair.assessment().binds()
                        ? one.weight().multiply(FULL.subtract(one.span().high()))
                        : BigDecimal.ZERO,
                "Too little speaks for the project under the criterion “%s”");
    }

    private List<Item> strengths() {
        return most(
                pairs.get(0),
                MOST_STRENGTHS,
                one -> one.span().low().compareTo(MERIT) < 0
                        ? BigDecimal.ZERO
                        : one.weight().multiply(one.span().low()),
                "The project does well under the criterion “%s”");
    }

    /** Returns a sentence on each of the criteria with the highest values above 0. */
    private List<Item> most(Explanation pair, int most, Function<CriterionScore, BigDecimal> value, String template) {
        return pair.criteria().stream()
                .filter(one -> value.apply(one).signum() > 0)
                .sorted(Comparator.comparing(value).reversed().thenComparing(CriterionScore::id))
                .limit(most)
                .map(one -> new Item(wording.sentence(template, one.title())))
                .toList();
    }

    /** Returns the conditions that the bureau recorded or, for a recommendation without any, those of the rules. */
    private List<Item> conditions() {
        if (!to.equals(Addressee.APPLICANT)) {
            return List.of();
        }
        if (!order.conditions().isEmpty() || order.kind() != LetterKind.RECOMMENDED) {
            return order.conditions().stream().map(this::condition).toList();
        }
        return pairs.get(0).conditions().stream().map(this::condition).toList();
    }

    /** Asks for the project's own facts that decide a condition; the bureau finds out all others. */
    private Item condition(Condition open) {
        String title = Columns.withoutFullStop(open.title());
        List<String> own = open.missing().stream()
                .filter(LetterContents::isOwn)
                .map(fact -> wording.sentence("unknown: %s", factWords.words(fact)))
                .toList();
        return new Item(
                own.isEmpty()
                        ? wording.sentence("We are still checking that this is not the case: %s", title)
                        : wording.sentence("Please show that this is not the case: %s", title),
                own);
    }

    private Item condition(DecisionCondition one) {
        List<String> below = new ArrayList<>();
        below.add(wording.sentence("due by %s", wording.day(one.due())));
        if (one.owner() != null) {
            below.add(wording.sentence("responsible: %s", one.owner()));
        }
        return new Item(one.text(), below);
    }
}
