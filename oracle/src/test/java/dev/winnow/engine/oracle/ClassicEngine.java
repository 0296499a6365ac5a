package dev.winnow.engine.oracle;

import dev.winnow.model.result.FactRef;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** Plain Drools without winnow's changes: rules compiled by drools-mvel, each fact inserted, everything known. */
final class ClassicEngine {

    private final KieBase base;
    private final Map<Shape, FactType> types = new HashMap<>();

    ClassicEngine(PlainPack pack) {
        List<Shape> shapes = pack.types().all();
        String drl = PlainDrl.print(pack, shapes);
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.add(ResourceFactory.newReaderResource(new StringReader(drl)), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalArgumentException(builder.getErrors() + "\n" + drl);
        }
        var rules = KnowledgeBaseFactory.newKnowledgeBase();
        rules.addPackages(builder.getKnowledgePackages());
        base = rules;
        shapes.forEach(shape -> types.put(shape, base.getFactType("plain", shape.name())));
    }

    /** The facts of every match, by rule; rules that do not fire are absent. */
    Map<String, Set<Set<FactRef>>> fire(Scene scene) {
        Map<Object, FactRef> names = new IdentityHashMap<>();
        Map<String, Set<Set<FactRef>>> fired = new HashMap<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    Set<FactRef> facts = new TreeSet<>();
                    for (Object object : event.getMatch().getObjects()) {
                        if (names.containsKey(object)) {
                            facts.add(names.get(object));
                        }
                    }
                    fired.computeIfAbsent(event.getMatch().getRule().getName(), any -> new HashSet<>())
                            .add(facts);
                }
            });
            for (Map.Entry<Shape, FactType> type : types.entrySet()) {
                for (Row row : scene.rows(type.getKey())) {
                    Object fact = fact(type.getValue(), row);
                    names.put(fact, row.ref());
                    session.insert(fact);
                }
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return fired;
    }

    private static Object fact(FactType type, Row row) {
        try {
            Object fact = type.newInstance();
            for (Trait trait : row.shape().traits()) {
                type.set(fact, trait.name(), plain(row.values()[row.shape().index(trait.name())]));
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Range range) {
            if (!range.low().equals(range.high())) {
                throw new IllegalArgumentException(range + " is not known exactly");
            }
            return range.low().amount().toDouble();
        }
        return value instanceof LocalDate day
                ? (Object) (double) day.toEpochDay()
                : value instanceof List<?> list ? new ArrayList<>(list) : value;
    }
}
