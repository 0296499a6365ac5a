package dev.winnow.workbench.internal.edit;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Law;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Condition;
import dev.winnow.language.internal.syntax.Pattern.Part;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.syntax.TreeEquality;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The differences between two editions of a rule, and the rule with some differences undone. */
final class RuleChange {

    private static final java.util.regex.Pattern NAMES =
            java.util.regex.Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\$[\\p{L}\\p{N}_]+");

    private final CheckedRule old;
    private final CheckedRule recent;
    private final String key;
    private final FactTypes types;
    private final LimitTable limits;
    private final Set<String> criteria;
    private final List<AlignedItem<Pattern>> patterns;
    private final Map<Integer, List<AlignedItem<Part>>> parts = new HashMap<>();
    private final Map<String, Change> pieces = new LinkedHashMap<>();
    private final List<Change> words = new ArrayList<>();
    private final Map<Set<String>, @Nullable CheckedRule> made = new HashMap<>();

    /**
     * @param limits every limit of either edition
     * @param criteria every criterion of either edition
     */
    RuleChange(CheckedRule old, CheckedRule recent, FactTypes types, LimitTable limits, Set<String> criteria) {
        this.types = types;
        this.old = old;
        this.recent = recent;
        this.key = "rule " + recent.id();
        this.limits = limits;
        this.criteria = criteria;
        PackRule before = old.rule();
        PackRule after = recent.rule();
        piece("criterion", Message.of("criterion"), before.criterion(), after.criterion());
        if (before.points().compareTo(after.points()) != 0) {
            piece("points", Message.of("points"), pointsPlace(after), points(before), points(after));
        }
        piece("family", Message.of("family"), before.family(), after.family());
        piece("action", Message.of("action"), text(before.action()), text(after.action()));
        boolean renamed = canonical(before).equals(canonical(after));
        this.patterns = renamed
                ? after.patterns().stream()
                        .map(pattern -> new AlignedItem<>(pattern, pattern, true))
                        .toList()
                : AlignedItem.of(before.patterns(), after.patterns(), TreeEquality::same, RuleChange::alike);
        for (int i = 0; i < patterns.size(); i++) {
            pattern(i, patterns.get(i));
        }
        if (!before.consequence().word().equals(after.consequence().word())
                || !(renamed || TreeEquality.same(before.leading(), after.leading()))) {
            piece("effect", Message.of("effect"), effect(before), effect(after));
        }
        word(Message.of("title"), before.title(), after.title());
        word(Message.of("source"), before.source(), after.source());
        word(Message.of("reason"), before.text(), after.text());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String points(PackRule rule) {
        return rule.points().stripTrailingZeros().toPlainString();
    }

    private static String effect(PackRule rule) {
        return "card." + rule.consequence().word()
                + rule.leading().stream().map(PatternText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns the conditions and consequence of a rule, independent of the names of its variables. */
    private static String canonical(PackRule rule) {
        String text = rule.patterns().stream().map(PatternText::of).collect(Collectors.joining("\n")) + effect(rule);
        Map<String, String> names = new HashMap<>();
        Matcher matcher = NAMES.matcher(text);
        StringBuilder canonical = new StringBuilder();
        while (matcher.find()) {
            String found = matcher.group();
            String name = found.startsWith("$") ? names.computeIfAbsent(found, any -> "$" + names.size()) : found;
            matcher.appendReplacement(canonical, Matcher.quoteReplacement(name));
        }
        return matcher.appendTail(canonical).toString();
    }

    private static boolean alike(Pattern one, Pattern other) {
        return one.type().equals(other.type()) && one.kind() == other.kind();
    }

    private static boolean alike(Part one, Part other) {
        return one instanceof Binding ? other instanceof Binding : other instanceof Condition;
    }

    /** Returns the place of a rule's points: in its row if the table has them, else in the rule. */
    private static Place pointsPlace(PackRule rule) {
        RuleTable.Row row = rule.row();
        int column = row == null ? -1 : row.table().column(RuleTable.POINTS);
        Place place = rule.place();
        return row == null || column < 0
                ? place
                : new Place(place.file(), place.line(), row.cell(column).spot().column(), place.text());
    }

    private void piece(String part, Message what, @Nullable String before, @Nullable String after) {
        piece(part, what, recent.rule().place(), before, after);
    }

    private void piece(String part, Message what, Place place, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            pieces.put(key + " " + part, new Change(ofRule(what), place, before, after));
        }
    }

    private void word(Message what, String before, String after) {
        if (!before.equals(after)) {
            words.add(new Change(ofRule(what), recent.rule().place(), before, after));
        }
    }

    private Message ofRule(Message what) {
        return Message.of("%s of rule `%s`", what, recent.id());
    }

    private void pattern(int index, AlignedItem<Pattern> pattern) {
        Pattern before = pattern.before();
        Pattern after = pattern.after();
        if (pattern.same()) {
            return;
        }
        if (before == null || after == null) {
            condition(
                    key(index),
                    Message.of("condition of rule `%s`", recent.id()),
                    before == null ? null : before.spot(),
                    after == null ? null : after.spot(),
                    before == null ? null : PatternText.of(before),
                    after == null ? null : PatternText.of(after));
            return;
        }
        List<AlignedItem<Part>> within =
                AlignedItem.of(before.parts(), after.parts(), TreeEquality::same, RuleChange::alike);
        parts.put(index, within);
        for (int i = 0; i < within.size(); i++) {
            AlignedItem<Part> part = within.get(i);
            if (!part.same()) {
                condition(
                        key(index) + "." + i,
                        Message.of("%s on `%s` in rule `%s`", Message.of("condition"), after.type(), recent.id()),
                        part.before() == null ? null : spot(part.before()),
                        part.after() == null ? null : spot(part.after()),
                        part.before() == null ? null : PatternText.of(part.before()),
                        part.after() == null ? null : PatternText.of(part.after()));
            }
        }
        Total was = before.total();
        Total is = after.total();
        if (was != null && is != null && !TreeEquality.same(was, is)) {
            condition(
                    key(index) + ".total",
                    Message.of("%s on `%s` in rule `%s`", Message.of("total"), after.type(), recent.id()),
                    was.spot(),
                    is.spot(),
                    PatternText.result(was) + "; " + PatternText.comparison(was),
                    PatternText.result(is) + "; " + PatternText.comparison(is));
        }
    }

    private String key(int pattern) {
        return key + " pattern " + pattern;
    }

    private static TokenPosition spot(Part part) {
        return part instanceof Binding binding ? binding.spot() : PatternText.spot(((Condition) part).test());
    }

    private void condition(
            String name,
            Message what,
            @Nullable TokenPosition was,
            @Nullable TokenPosition is,
            @Nullable String before,
            @Nullable String after) {
        CheckedRule edition = is == null ? old : recent;
        TokenPosition spot = Objects.requireNonNull(is == null ? was : is);
        Place place = new Place(edition.rule().place().file(), spot.line(), spot.column(), null);
        pieces.put(name, new Change(what, place, before, after));
    }

    /** Returns the differences that may affect a result, by key. */
    Map<String, Change> pieces() {
        return pieces;
    }

    /** Returns the table that contains the rule as a row; null if it is not a row. */
    @Nullable
    String table() {
        RuleTable.Row row = recent.rule().row();
        return row == null ? null : row.table().id();
    }

    /** Returns the differences that do not affect a result. */
    List<Change> words() {
        return words;
    }

    /** Returns the keys of the differences, grouped where they are valid only together. */
    List<Set<String>> groups() {
        List<Set<String>> groups = new ArrayList<>();
        pieces.keySet().forEach(piece -> groups.add(Set.of(piece)));
        return EditGroups.of(groups, undone -> with(undone) != null);
    }

    /** Returns the rule with some differences undone; null if the result is invalid. */
    @Nullable
    CheckedRule with(Set<String> undone) {
        Set<String> own = new LinkedHashSet<>(pieces.keySet());
        own.retainAll(undone);
        if (own.isEmpty()) {
            return recent;
        }
        if (own.size() == pieces.size()) {
            return old;
        }
        if (!made.containsKey(own)) {
            CheckedRule mixed = mixed(own, recent.rule());
            made.put(own, mixed == null ? mixed(own, old.rule()) : mixed);
        }
        return made.get(own);
    }

    /** @param speaker the edition whose texts are used */
    private @Nullable CheckedRule mixed(Set<String> undone, PackRule speaker) {
        PackRule recentRule = recent.rule();
        PackRule points = edition(undone, "points");
        PackRule effect = edition(undone, "effect");
        if (effect.awards() != (points.points().signum() > 0)) {
            return null;
        }
        PackRule rule = new PackRule(
                recentRule.id(),
                edition(undone, "criterion").criterion(),
                recentRule.title(),
                points.points(),
                recentRule.source(),
                edition(undone, "family").family(),
                edition(undone, "action").action(),
                recentRule.place(),
                patterns(undone),
                effect.consequence().with(speaker.consequence().reason()),
                recentRule.row());
        RuleFile nowhere = new RuleFile(recentRule.place().file(), rule.criterion(), "", new ArrayList<>());
        return Law.check(nowhere, rule, types, limits, criteria);
    }

    private PackRule edition(Set<String> undone, String piece) {
        return undone.contains(key + " " + piece) ? old.rule() : recent.rule();
    }

    private List<Pattern> patterns(Set<String> undone) {
        List<Pattern> chosen = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            Pattern before = patterns.get(i).before();
            Pattern after = patterns.get(i).after();
            if (before != null && after != null) {
                chosen.add(patterns.get(i).same() ? after : pattern(i, before, after, undone));
            } else {
                Pattern one = undone.contains(key(i)) ? before : after;
                if (one != null) {
                    chosen.add(one);
                }
            }
        }
        return List.copyOf(chosen);
    }

    private Pattern pattern(int index, Pattern before, Pattern after, Set<String> undone) {
        List<Part> chosen = new ArrayList<>();
        List<AlignedItem<Part>> within = parts.getOrDefault(index, List.of());
        for (int i = 0; i < within.size(); i++) {
            AlignedItem<Part> part = within.get(i);
            Part one = undone.contains(key(index) + "." + i) ? part.before() : part.after();
            if (one != null) {
                chosen.add(one);
            }
        }
        Total total = undone.contains(key(index) + ".total") ? before.total() : after.total();
        return new Pattern(after.kind(), after.type(), after.spot(), List.copyOf(chosen), total);
    }
}
