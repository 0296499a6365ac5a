package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks whether rules read the facts that a pack declares. */
final class FactLint {

    private final Set<String> read = new TreeSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    private FactLint(List<CheckedRule> rules) {
        rules.forEach(rule -> read.addAll(Reads.facts(rule)));
    }

    static List<Remark> of(List<CheckedRule> rules, Vocabulary vocabulary) {
        FactLint lint = new FactLint(rules);
        vocabulary.ofProject().forEach(property -> lint.property("project", property));
        vocabulary.ofCity().forEach(property -> lint.property("city", property));
        vocabulary.lists().forEach(lint::list);
        return lint.remarks;
    }

    /** A list that no rule reads is reported as a whole. The key of a list is needed even if no rule reads it. */
    private void list(DeclaredList list) {
        String name = "city." + list.name();
        if (read.stream().noneMatch(fact -> fact.equals(name) || fact.startsWith(name + "."))) {
            remark(name, list.place());
            return;
        }
        list.properties().stream()
                .filter(property -> !list.key().contains(property.component().name()))
                .forEach(property -> property(name, property));
    }

    private void property(String owner, DeclaredProperty property) {
        String name = owner + "." + property.component().name();
        if (!property.isCore() && !read.contains(name)) {
            remark(name, property.place());
        }
    }

    private void remark(String fact, Place place) {
        remarks.add(new Remark(
                Check.UNREAD_FACT,
                About.FACT,
                fact,
                Problem.at(place, "no rule reads `%s`, which the pack declares", fact)
                        .with(Message.of("remove it, or write the rule"))));
    }
}
