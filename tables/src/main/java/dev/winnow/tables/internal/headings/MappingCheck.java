package dev.winnow.tables.internal.headings;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.FilledText;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the names in a mapping against the kinds of entries, before any table is read with it. */
public final class MappingCheck {

    private final EntryKinds kinds;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<EntryKind, Meanings> meanings = new HashMap<>();

    private MappingCheck(EntryKinds kinds) {
        this.kinds = kinds;
    }

    /** The problems of a mapping; empty if there are none. */
    public static List<Problem> problems(Mapping mapping, EntryKinds kinds) {
        MappingCheck check = new MappingCheck(kinds);
        List<RecordMap> all = mapping.all();
        // Settings for all records are checked with each of them, since their kinds may differ.
        (all.size() > 1 ? all.subList(1, all.size()) : all).forEach(check::record);
        return List.copyOf(check.problems);
    }

    private void record(RecordMap map) {
        Node said = map.kind();
        EntryKind kind = said == null ? null : kinds.find(said.text().strip());
        if (said != null && kind == null) {
            String name = said.text().strip();
            problems.add(said.problem(
                    Message.of("unknown kind of entry `%s`", name),
                    Nearest.advice(
                            name, kinds.values().stream().map(EntryKind::name).toList())));
            return;
        }
        map.columns().values().forEach(column -> column(column, kind));
        map.set().forEach((property, text) -> set(property, text, kind));
    }

    private void column(ColumnMap column, @Nullable EntryKind kind) {
        Node unit = column.unit();
        for (Node target : column.targets()) {
            String text = target.text().strip();
            if (text.equals(Mapping.NOTHING)) {
                continue;
            }
            HeadingUnit split = HeadingUnit.of(SettledColumns.withoutDecimals(text), units());
            if (property(split.bare(), kind)
                    && unit != null
                    && HeadingUnit.of("x [" + unit.text().strip() + "]", units())
                                    .unit()
                            == null) {
                problems.add(unit.problem(
                        Message.of("unknown unit `%s`", unit.text().strip()),
                        Message.of("did you mean `%s`, `%s` or `%s`?", "mn USD", "亿元", "%")));
            } else if (!property(split.bare(), kind)) {
                problems.add(target.problem(none(split.bare(), kind), advice(split.bare(), kind)));
            }
        }
    }

    private void set(String property, FilledText text, @Nullable EntryKind kind) {
        if (!property(property, kind)) {
            problems.add(text.problem(none(property, kind), advice(property, kind)));
        }
    }

    private Meanings meanings(EntryKind kind) {
        return meanings.computeIfAbsent(kind, Meanings::new);
    }

    private List<Unit> units() {
        return kinds.vocabulary().units();
    }

    /** Whether entries of a kind have a property; of any kind, if it is null. */
    private boolean property(String name, @Nullable EntryKind kind) {
        return kind != null
                ? meanings(kind).named(name) != null
                : kinds.values().stream().anyMatch(any -> meanings(any).named(name) != null);
    }

    private static Message none(String name, @Nullable EntryKind kind) {
        return kind == null
                ? Message.of("`%s` names no property", name)
                : Message.of("`%s` have no `%s`", kind.name(), name);
    }

    private @Nullable Message advice(String name, @Nullable EntryKind kind) {
        if (kind != null) {
            return meanings(kind).advice(name);
        }
        List<String> names = new ArrayList<>();
        kinds.values().forEach(any -> any.properties().forEach(property -> names.add(property.name())));
        return Nearest.advice(name, names);
    }
}
