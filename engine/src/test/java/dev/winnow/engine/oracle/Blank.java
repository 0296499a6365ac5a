package dev.winnow.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * A figure that was removed.
 *
 * @param type the type of the fact
 * @param property the name of the figure
 * @param owner the project of the fact; empty if it is a fact of a city
 */
record Blank(String type, String property, String owner) {

    private record Place(Blank blank, Map<String, Object> tree) {}

    /** Removes one figure. */
    static Blank one(Spec spec, Random random) {
        Types types = spec.words().types();
        List<Place> places = new ArrayList<>();
        for (Map<String, Object> project : spec.rows("projects")) {
            add(types.shape("Project"), project, (String) project.get("id"), places);
        }
        for (Map<String, Object> city : spec.rows("cities")) {
            add(types.shape("City"), city, "", places);
            for (Shape list : types.lists()) {
                Spec.rows(city, list.list()).forEach(row -> add(list, row, "", places));
            }
        }
        if (places.isEmpty()) {
            return new Blank("nothing", "nothing", "");
        }
        Place place = places.get(random.nextInt(places.size()));
        place.tree.remove(place.blank.property);
        return place.blank;
    }

    private static void add(Shape shape, Map<String, Object> tree, String owner, List<Place> places) {
        for (Trait trait : shape.traits()) {
            if (trait.kind() == Trait.Kind.FIGURE && tree.containsKey(trait.name())) {
                places.add(new Place(new Blank(shape.name(), trait.name(), owner), tree));
            }
        }
    }

    boolean isReadBy(String rule, PlainPack pack) {
        return pack.rules().stream()
                .filter(one -> one.id().equals(rule))
                .anyMatch(one -> reads(one.text().getLhs()));
    }

    private boolean reads(BaseDescr condition) {
        if (condition instanceof PatternDescr pattern) {
            boolean own = pattern.getObjectType().equals(type) && mentions(pattern.getConstraint());
            return own || (pattern.getSource() instanceof AccumulateDescr from && reads(from.getInput()));
        }
        return condition instanceof ConditionalElementDescr group
                && group.getDescrs().stream().anyMatch(this::reads);
    }

    private boolean mentions(ConditionalElementDescr constraints) {
        Pattern word = Pattern.compile("\\b" + property + "\\b");
        return constraints.getDescrs().stream()
                .anyMatch(one -> one instanceof ExprConstraintDescr text
                        && word.matcher(text.getExpression()).find());
    }
}
