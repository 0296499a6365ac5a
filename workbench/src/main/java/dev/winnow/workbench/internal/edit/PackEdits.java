package dev.winnow.workbench.internal.edit;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The separately undoable edits between two editions of a pack. Changes to comments, layout, variable names,
 * cases and the README are not edits. Not thread-safe.
 */
public final class PackEdits {

    /**
     * An edit that can be undone by itself: a smallest set of changes without which the rest is a valid pack.
     *
     * @param keys the keys of its changes
     * @param changes its changes, at least one; several where they are valid only together
     */
    public record Edit(Set<String> keys, List<Change> changes) {

        public Edit {
            keys = Set.copyOf(keys);
            changes = List.copyOf(changes);
        }
    }

    private final RulePack old;
    private final RulePack recent;
    private final OutlineChanges outline;
    private final LimitChanges limits;
    private final Map<String, CheckedRule> before = new LinkedHashMap<>();
    private final Map<String, CheckedRule> after = new LinkedHashMap<>();
    private final Map<String, RuleChange> rules = new LinkedHashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Change> words = new ArrayList<>();
    private final List<Edit> edits;
    private final Map<Set<String>, @Nullable RulePack> made = new HashMap<>();

    private PackEdits(RulePack old, RulePack recent) {
        this.old = old;
        this.recent = recent;
        this.outline = new OutlineChanges(old.outline(), recent.outline());
        this.limits = new LimitChanges(old.limitTable(), recent.limitTable());
        old.checkedRules().forEach(rule -> before.put(rule.id(), rule));
        recent.checkedRules().forEach(rule -> after.put(rule.id(), rule));
        changes.putAll(outline.pieces());
        changes.putAll(limits.pieces());
        LimitTable every = limits.with(Set.of());
        Set<String> scored = new HashSet<>();
        old.criteria().forEach(criterion -> scored.add(criterion.id()));
        recent.criteria().forEach(criterion -> scored.add(criterion.id()));
        for (String id : ids()) {
            CheckedRule was = before.get(id);
            CheckedRule is = after.get(id);
            if (was != null && is != null) {
                RuleChange change = new RuleChange(was, is, recent.types(), every, scored);
                rules.put(id, change);
                changes.putAll(change.pieces());
                words.addAll(change.words());
            } else {
                changes.put("rule " + id, whole(was, is));
            }
        }
        words.addAll(outline.words());
        words.addAll(limits.words());
        words.sort(Comparator.comparing(Change::place).thenComparing(Change::what));
        this.edits = edits();
    }

    /**
     * {@return the edits from an old edition to a new one}
     *
     * @param old the old edition
     * @param recent the new edition
     */
    public static PackEdits between(RulePack old, RulePack recent) {
        return new PackEdits(old, recent);
    }

    /** {@return the edits that may affect a result, by place} */
    public List<Edit> list() {
        return edits;
    }

    /**
     * {@return the changes that affect no result by themselves, by place: texts, the order of importance, and added or
     * removed limits, which only changed rules read}
     */
    public List<Change> words() {
        return List.copyOf(words);
    }

    /**
     * {@return the new edition with some edits undone; null if the result is not a valid pack}
     *
     * @param undone the edits to undo, from {@link #list}
     */
    public @Nullable RulePack undoing(Collection<Edit> undone) {
        if (undone.isEmpty()) {
            return recent;
        }
        if (new HashSet<>(undone).size() == edits.size()) {
            return old;
        }
        Set<String> keys = new HashSet<>();
        undone.forEach(edit -> keys.addAll(edit.keys()));
        if (!made.containsKey(keys)) {
            made.put(keys, mixed(keys));
        }
        return made.get(keys);
    }

    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        return ids;
    }

    private static Change whole(@Nullable CheckedRule was, @Nullable CheckedRule is) {
        PackRule rule = Objects.requireNonNull(is == null ? was : is).rule();
        String says = "card." + rule.consequence().word() + (rule.awards() ? " of " + rule.points() + " points" : "")
                + ": " + rule.title();
        return new Change(
                Message.of("rule `%s`", rule.id()), rule.place(), was == null ? null : says, is == null ? null : says);
    }

    private List<Edit> edits() {
        List<Set<String>> groups = new ArrayList<>();
        groups.addAll(
                EditGroups.of(outline.groups("side", "file"), undone -> OutlineChanges.isValid(outline.with(undone))));
        groups.addAll(
                EditGroups.of(outline.groups("threshold"), undone -> OutlineChanges.isValid(outline.with(undone))));
        groups.addAll(outline.groups("weight"));
        groups.addAll(limits.groups());
        rules.values().forEach(rule -> groups.addAll(rule.groups()));
        changes.keySet().stream()
                .filter(key -> key.startsWith("rule ") && groups.stream().noneMatch(group -> group.contains(key)))
                .forEach(key -> groups.add(Set.of(key)));
        sharedByRows().forEach(keys -> unite(groups, keys));
        outline.moved().forEach(file -> unite(groups, within(file)));
        limits.recounted().forEach(limit -> unite(groups, readers(limit)));
        recent.criteria().forEach(criterion -> keepAwards(groups, criterion.id()));
        List<Edit> list = new ArrayList<>();
        for (Set<String> group : groups) {
            if (!group.isEmpty()) {
                list.add(new Edit(
                        group,
                        group.stream()
                                .map(key -> Objects.requireNonNull(changes.get(key)))
                                .sorted(Comparator.comparing(Change::place).thenComparing(Change::what))
                                .toList()));
            }
        }
        list.sort(Comparator.comparing(
                edit -> edit.changes().get(0),
                Comparator.comparing(Change::place).thenComparing(Change::what)));
        return List.copyOf(list);
    }

    /** Returns the keys of differences in the rule with a table, which all rows of the table share. */
    private Collection<Set<String>> sharedByRows() {
        Map<List<Object>, Set<String>> shared = new LinkedHashMap<>();
        rules.values().forEach(rule -> {
            String table = rule.table();
            if (table != null) {
                rule.pieces()
                        .forEach((key, change) -> shared.computeIfAbsent(
                                        List.of(table, change.place()), unused -> new LinkedHashSet<>())
                                .add(key));
            }
        });
        shared.values().removeIf(keys -> keys.size() < 2);
        return shared.values();
    }

    /** Merges all groups that contain any of the keys. */
    private static void unite(List<Set<String>> groups, Set<String> keys) {
        Set<String> united = new LinkedHashSet<>();
        groups.removeIf(group -> {
            boolean touched = group.stream().anyMatch(keys::contains);
            if (touched) {
                united.addAll(group);
            }
            return touched;
        });
        groups.add(united);
    }

    /** Returns the keys that depend on whether a file exists and scores: its rules, and the rules that cap it. */
    private Set<String> within(String file) {
        Set<String> keys = new LinkedHashSet<>(List.of("file " + file));
        for (String id : ids()) {
            if (dependsOn(before.get(id), file) || dependsOn(after.get(id), file)) {
                keys.addAll(keys(id));
            }
        }
        return keys;
    }

    private static boolean dependsOn(@Nullable CheckedRule rule, String file) {
        return rule != null
                && (rule.rule().criterion().equals(file) || rule.rule().target().equals(file));
    }

    /** Returns the keys of the differences of a rule. */
    private Set<String> keys(String rule) {
        RuleChange change = rules.get(rule);
        return change == null ? Set.of("rule " + rule) : change.pieces().keySet();
    }

    /** Returns the keys that depend on the unit of a limit: its values, and the rules that read it. */
    private Set<String> readers(String limit) {
        Set<String> keys = new LinkedHashSet<>(limits.keys(limit));
        for (String id : ids()) {
            if (reads(before.get(id), limit) || reads(after.get(id), limit)) {
                keys.addAll(keys(id));
            }
        }
        return keys;
    }

    private static boolean reads(@Nullable CheckedRule rule, String limit) {
        return rule != null && Reads.limits(rule).contains(limit);
    }

    /**
     * Joins the added and removed awards of a criterion if no other award remains, since it needs at least one. A new
     * criterion is joined with its rules.
     */
    private void keepAwards(List<Set<String>> groups, String criterion) {
        if (old.criteria().stream().noneMatch(known -> known.id().equals(criterion))) {
            return;
        }
        boolean stays =
                ids().stream().anyMatch(id -> awards(before.get(id), criterion) && awards(after.get(id), criterion));
        if (stays) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        ids().stream()
                .filter(id -> awards(before.get(id), criterion) || awards(after.get(id), criterion))
                .forEach(id -> keys.addAll(keys(id)));
        List<Set<String>> touched = groups.stream()
                .filter(group -> group.stream().anyMatch(keys::contains))
                .toList();
        EditGroups.of(touched, undone -> chosen(undone).stream().anyMatch(rule -> awards(rule, criterion)))
                .forEach(group -> unite(groups, group));
    }

    private static boolean awards(@Nullable CheckedRule rule, String criterion) {
        return rule != null && rule.rule().awards() && rule.rule().criterion().equals(criterion);
    }

    /** Returns the valid rules with some edits undone. */
    private List<CheckedRule> chosen(Set<String> undone) {
        List<CheckedRule> chosen = new ArrayList<>();
        for (String id : ids()) {
            RuleChange change = rules.get(id);
            CheckedRule rule = change != null
                    ? change.with(undone)
                    : undone.contains("rule " + id) ? before.get(id) : after.get(id);
            if (rule != null) {
                chosen.add(rule);
            }
        }
        return chosen;
    }

    private @Nullable RulePack mixed(Set<String> undone) {
        PackOutline mix = outline.with(undone);
        List<CheckedRule> chosen = chosen(undone);
        boolean whole = rules.values().stream().allMatch(rule -> rule.with(undone) != null);
        boolean scored = mix.criteria().stream()
                .allMatch(criterion -> chosen.stream().anyMatch(rule -> awards(rule, criterion.id())));
        return whole && scored && OutlineChanges.isValid(mix)
                ? RulePack.of(CheckedPack.of(mix, recent.types(), recent.digest(), limits.with(undone), chosen))
                : null;
    }
}
