package dev.winnow.serve.internal.effects;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.syntax.RuleTable;

/** Finds the rule that a line of a pack is about. */
final class RuleAtLine {

    private RuleAtLine() {}

    /**
     * Returns the id of the last rule, or of the rule of the last case, that begins at or above a line; empty if there
     * is none. A line outside the rows of a table belongs to the rule with the table.
     *
     * @param line the line, from 0
     */
    static String of(EditedPack edited, RulePack pack, String file, int line) {
        String found = "";
        int at = -1;
        for (CheckedRule one : pack.checkedRules()) {
            int begins = one.rule().place().line() - 1;
            if (edited.name(one.rule().place().file()).equals(file) && begins <= line && begins > at) {
                at = begins;
                RuleTable.Row row = one.rule().row();
                found = row == null || begins == line ? one.id() : row.table().id();
            }
        }
        for (WorkedExample one : pack.checked().examples()) {
            int begins = one.node().place().line() - 1;
            if (edited.name(one.node().place().file()).equals(file) && begins <= line && begins > at) {
                at = begins;
                found = one.rule();
            }
        }
        return found;
    }
}
