package dev.winnow.workbench.scaffold;

import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * A fact of a project that an example rule may read, with figures for its limit and its cases.
 *
 * @param component its name
 * @param words what it is called
 * @param limit the figure of its limit
 * @param above a figure above the limit
 * @param below four fifths of the limit
 * @param none nothing of it
 */
record SampleFact(String component, String words, String limit, String above, String below, String none) {

    /** The figures of projects that a pack may read: those that it declares, then those that every project has. */
    static List<SampleFact> of(FactType project, Unit money) {
        List<SampleFact> declared = new ArrayList<>();
        List<SampleFact> core = new ArrayList<>();
        for (FactType.Property property : project.properties().values()) {
            Unit unit = property.value().unit();
            if (property.value().kind() == FactType.Kind.FIGURE && unit != null) {
                (property.declared() == null ? core : declared)
                        .add(of(property.name(), property.words(Language.EN), unit.isMoney() ? money : unit));
            }
        }
        declared.addAll(core);
        return declared;
    }

    /**
     * A fact of a name.
     *
     * @param unit what it counts, in the currency of the pack
     */
    static SampleFact of(String component, String words, Unit unit) {
        if (unit.isMoney()) {
            String sign = " mn " + unit.sign();
            return new SampleFact(component, words, "500" + sign, "600" + sign, "400" + sign, "0" + sign);
        }
        if (unit.isShare()) {
            return new SampleFact(component, words, "50 %", "60 %", "40 %", "0 %");
        }
        String sign = unit.isDeclared() ? " " + unit.sign() : "";
        return new SampleFact(component, words, "10" + sign, "12" + sign, "8" + sign, "0" + sign);
    }
}
