package dev.winnow.report.internal.markdown;

import dev.winnow.engine.RulePack;
import dev.winnow.language.CaseSummary;
import dev.winnow.language.Criterion;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.wording.RuleWords;
import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Judged;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.model.vocabulary.VocabularyKeys;
import dev.winnow.report.i18n.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pack prepared for a page or document: chapters, rules and their words.
 *
 * @param pack the pack
 * @param chapters its criteria, then its conditions
 * @param alone whether the page has no other content
 */
public record RuleBook(RulePack pack, List<Chapter> chapters, boolean alone) {

    /**
     * The rules of a file.
     *
     * @param id the criterion or condition
     * @param title its display name
     * @param criterion the criterion; null for a file without points
     * @param parts the rules and tables in file order
     */
    public record Chapter(String id, String title, @Nullable Criterion criterion, List<Part> parts) {

        /** Returns the number of rules, with each row of a table as one. */
        public int count() {
            return parts.stream()
                    .mapToInt(part ->
                            part.table() == null ? 1 : part.table().rows().size())
                    .sum();
        }
    }

    /**
     * A rule, or the rules of a table.
     *
     * @param rule the rule; of a table the first
     * @param table the table; null for a single rule
     */
    public record Part(Entry rule, @Nullable BookTable table) {}

    /** A rule with its words and cases. */
    public record Entry(RuleSummary rule, RuleWords words, List<CaseSummary> cases) {}

    /**
     * A fact that the pack declares.
     *
     * @param of its owner: the project, the city, or a row of a list
     * @param type the name of the owner's type in rules
     * @param name its name in files
     * @param called its display name
     * @param meaning its meaning; empty if the pack gives none
     * @param ask the question that asks for it; empty if the pack gives none
     */
    public record Declared(String of, String type, String name, String called, String meaning, String ask) {}

    /**
     * A part of a sentence.
     *
     * @param text the text
     * @param target the target of its link; null for plain text
     * @param name whether it is a name that files use
     */
    public record Piece(String text, @Nullable String target, boolean name) {}

    public static RuleBook of(RulePack pack, boolean alone) {
        Map<String, RuleWords> words =
                pack.inWords().stream().collect(Collectors.toMap(RuleWords::rule, Function.identity()));
        Map<String, List<CaseSummary>> cases = pack.cases().stream().collect(Collectors.groupingBy(CaseSummary::rule));
        List<Chapter> chapters = new ArrayList<>();
        Function<String, List<Part>> rules = file -> parts(
                pack,
                pack.rules().stream()
                        .filter(rule -> rule.criterion().equals(file))
                        .map(rule -> new Entry(
                                rule,
                                words.getOrDefault(rule.id(), new RuleWords(rule.id(), List.of(), "", "")),
                                cases.getOrDefault(rule.id(), List.of())))
                        .toList());
        pack.criteria().forEach(one -> chapters.add(new Chapter(one.id(), one.title(), one, rules.apply(one.id()))));
        pack.conditions()
                .forEach(one -> chapters.add(new Chapter(one, pack.conditionTitle(one), null, rules.apply(one))));
        return new RuleBook(pack, List.copyOf(chapters), alone);
    }

    private static List<Part> parts(RulePack pack, List<Entry> rules) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int end = i + 1;
            String table = rules.get(i).rule().table();
            while (table != null
                    && end < rules.size()
                    && table.equals(rules.get(end).rule().table())) {
                end++;
            }
            parts.add(new Part(rules.get(i), BookTable.of(pack, rules.subList(i, end))));
            i = end - 1;
        }
        return List.copyOf(parts);
    }

    /** Returns the facts that the pack declares, in the order of their declaration. */
    public List<Declared> facts(Wording words) {
        Vocabulary vocabulary = pack.vocabulary();
        List<Declared> facts = new ArrayList<>();
        vocabulary.ofProject().forEach(one -> facts.add(declared(words.sentence("project"), "Project", one, words)));
        vocabulary.ofCity().forEach(one -> facts.add(declared(words.sentence("city"), "City", one, words)));
        for (DeclaredList list : vocabulary.lists()) {
            String row = list.rowCalled().inLanguage(words.language());
            list.properties().forEach(one -> facts.add(declared(row, list.row(), one, words)));
        }
        return facts;
    }

    private static Declared declared(String of, String type, DeclaredProperty property, Wording words) {
        Language language = words.language();
        String note = property.note() == null ? "" : property.note().inLanguage(language);
        List<String> choices = property.component().words().stream()
                .map(word -> {
                    LocalName called = property.wordNames().get(word);
                    return called == null ? word : called.inLanguage(language);
                })
                .toList();
        return new Declared(
                of,
                type,
                property.component().name(),
                called(property, words),
                property.scale() != null || property.judged() != null
                        ? judged(property, note, choices, words)
                        : choices.isEmpty()
                                        || (!note.isEmpty() && choices.stream().allMatch(note::contains))
                                ? note
                                : note.isEmpty()
                                        ? words.list(choices)
                                        : words.sentence("%s: %s", note, words.list(choices)),
                property.ask() == null
                        ? ""
                        : property.ask().inLanguage(language).replace(VocabularyKeys.SUBJECT, subject(type, words)));
    }

    /** Returns the note of a fact with the levels of its scale, and with the use of a panel's judgements. */
    private static String judged(DeclaredProperty property, String note, List<String> choices, Wording words) {
        List<String> parts = new ArrayList<>();
        if (!note.isEmpty()) {
            parts.add(note);
        }
        if (!choices.isEmpty()) {
            parts.add(words.list(choices));
        }
        if (property.scale() != null) {
            parts.addAll(property.scale().anchors(words.language()));
        }
        Judged judged = property.judged();
        if (judged != null) {
            parts.add(
                    switch (judged.take()) {
                        case SPREAD ->
                            words.sentence("judged by a panel: the spread of at least %s judgements", judged.atLeast());
                        case MEDIAN ->
                            words.sentence("judged by a panel: the median of at least %s judgements", judged.atLeast());
                        case LOWEST ->
                            words.sentence("judged by a panel: the lowest of at least %s judgements", judged.atLeast());
                        case MAJORITY ->
                            words.sentence(
                                    "judged by a panel: the majority of at least %s judgements", judged.atLeast());
                    });
        }
        return String.join(words.sentence("; "), parts);
    }

    /** Returns the display name of a fact, with its unit if it has one: {@code IT load (MW)}. */
    private static String called(DeclaredProperty property, Wording words) {
        String name = property.name().inLanguage(words.language());
        Unit unit = property.component().unit();
        return unit == null || !unit.isDeclared() ? name : words.sentence("%s (%s)", name, unit.sign(words.language()));
    }

    /** Returns the subject of a question about no particular project or city. */
    private static String subject(String type, Wording words) {
        return switch (type) {
            case "Project" -> words.sentence("the project");
            case "City" -> words.sentence("the city");
            default -> "…";
        };
    }

    /** Returns the language of the pack's words; null if it is that of the page. */
    public @Nullable String untranslated(Wording words) {
        return words.language() == pack.language() ? null : pack.language().tag();
    }

    /** Returns the language of a text without translation, such as a case; null if it is that of the page. */
    public @Nullable String foreign(String text, Wording words) {
        return words.language() == Language.EN || Han.isIn(text) ? null : Language.EN.tag();
    }

    /**
     * Splits the engine's words at names in backticks; names of limits become links. Where the pack has titles in the
     * language, they replace the names of limits and criteria.
     */
    public List<Piece> pieces(String sentence) {
        Map<String, String> limits =
                pack.limits().stream().collect(Collectors.toMap(LimitSummary::id, LimitSummary::title));
        List<Piece> pieces = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty()) {
                continue;
            }
            boolean name = i % 2 == 1;
            String target = name && limits.containsKey(part) ? "limit-" + part : null;
            String title = name && pack.language() != Language.EN ? title(part, limits) : "";
            pieces.add(title.isEmpty() ? new Piece(part, target, name) : new Piece("“" + title + "”", target, false));
        }
        return pieces;
    }

    /** Returns the title of a limit or criterion; empty if there is none of that name. */
    private String title(String id, Map<String, String> limits) {
        return chapters.stream()
                .filter(chapter -> chapter.id().equals(id))
                .map(Chapter::title)
                .findFirst()
                .orElse(limits.getOrDefault(id, ""));
    }

    public static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
