package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Interval;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Faults planted into the compiled classes of the join evaluator. */
enum JoinFault {
    UNKNOWN_COMPONENT_MATCHES_NOTHING(Index.class, "find", Opcodes.LOR, 1, Opcodes.LAND),
    LIST_REQUIRES_ALL_VALUES(Index.class, "add", Opcodes.LOR, 1, Opcodes.LAND),
    UNKNOWN_VALUE_MATCHES_NOTHING(Index.class, "find", -1L),
    NEGATION_OF_CERTAIN_ROWS_OMITTED(TriBitSet.class, "negate", "LXOR", 1),
    NEGATION_OF_POSSIBLE_ROWS_OMITTED(TriBitSet.class, "negate", "LXOR", 2),
    CERTAIN_ROWS_OF_ANY_KEY(TriBitSet.class, "setBoth", Opcodes.LAND, 1, Opcodes.LOR),
    POSSIBLE_ROWS_OF_ANY_KEY(TriBitSet.class, "setBoth", Opcodes.LAND, 2, Opcodes.LOR),
    UNWRITTEN_ROW_CERTAIN(FactTable.class, "lambda$meeting", "isUnwritten", 1),
    UNWRITTEN_ROW_COUNTS_ONCE(FactTable.class, "lambda$amounts", "isUnwritten", 1),
    STEPS_COMBINED_BY_OR(NestedLoops.class, "on", "and", 1),
    ROWS_COMBINED_BY_OR(NestedLoops.class, "match", "and", 1),
    JOINT_CONDITIONS_COMBINED_BY_OR(NestedLoops.class, "meets", "and", 1),
    ABSENCE_COMBINES_ROWS_BY_AND(NestedLoops.class, "absent", "or", 1),
    ABSENCE_NOT_NEGATED(NestedLoops.class, "absent", "not", 1),
    FRONT_COMBINED_BY_OR(JoinRun.class, "report", "and", 1),
    CONDITIONS_ON_CANDIDATE_AND_FRONT_COMBINED_BY_OR(JoinRun.class, "report", "and", 2),
    FURTHER_EQUALITY_NEVER_CERTAIN(JoinRun.class, "further", "isSet", 1),
    FURTHER_EQUALITY_NEVER_POSSIBLE(JoinRun.class, "further", "isSet", 2),
    VIEW_WITHOUT_MATCHES(JoinRun.class, "addMatches", "checksMatches", 1),
    VIEW_WITHOUT_FURTHER_EQUALITIES(JoinRun.class, "ofTuple", Opcodes.LOR, 2, Opcodes.LAND),
    VIEW_WITHOUT_NEW_KEYS(JoinRun.class, "ofTuple", "checksNewKeys", 1),
    INDEPENDENT_STEPS_AND_FRONT_COMBINED_BY_OR(JoinRun.class, "truth", "and", 1),
    INDEPENDENT_STEPS_COMBINED_BY_OR(NestedLoops.class, "independent", "and", 1),
    SOLE_LOOK_UP_USES_SECOND_KEY(JoinRun.class, "rows", Opcodes.ICONST_0, 1, Opcodes.ICONST_1),
    LOOK_UPS_KEPT_FOR_NEXT_CANDIDATE(Lookups.class, "select", Opcodes.ICONST_1, 1, Opcodes.ICONST_0),
    POSSIBLE_ROW_WITHOUT_LOOK_UP(JoinRun.class, "matched", Opcodes.LAND, 2, Opcodes.LOR),
    CERTAIN_ROW_WITHOUT_LOOK_UP(JoinRun.class, "matched", Opcodes.LAND, 1, Opcodes.LOR),
    SMALLEST_POSSIBLE_SHARE(JoinScore.class, "earn", "max", 1),
    SMALLEST_CERTAIN_SHARE(JoinScore.class, "earn", "max", 2),
    HIGHEST_POSSIBLE_CEILING(JoinScore.class, "limit", "min", 1),
    HIGHEST_CERTAIN_CEILING(JoinScore.class, "limit", "min", 2),
    CONJUNCTION_IS_DISJUNCTION(BoundCondition.All.class, "truth", "and", 1),
    DISJUNCTION_IS_CONJUNCTION(BoundCondition.Any.class, "truth", "or", 1),
    NEGATION_OMITTED(BoundCondition.Not.class, "truth", "not", 1),
    AT_LEAST_ALWAYS_CERTAIN(Comparisons.class, "atLeast", "compareTo", 1),
    AT_LEAST_ALWAYS_POSSIBLE(Comparisons.class, "atLeast", "compareTo", 2),
    NO_DATE_BEFORE(Comparisons.class, "atLeast", "isBefore", 1),
    MORE_THAN_NEVER_CERTAIN(Comparisons.class, "moreThan", "compareTo", 1),
    MORE_THAN_NEVER_POSSIBLE(Comparisons.class, "moreThan", "compareTo", 2),
    NO_DATE_AFTER(Comparisons.class, "moreThan", "isAfter", 1),
    EQUALITY_NEVER_CERTAIN(Comparisons.class, "same", "equals", 2),
    MEMBERSHIP_NEVER_CERTAIN(Comparisons.class, "memberOf", "contains", 1),
    NO_LIST_INCOMPLETE(Comparisons.class, "memberOf", "mayHoldMore", 1),
    ONE_OF_NEVER_HOLDS(Comparisons.class, "oneOf", "contains", 1),
    SUM_LOW_COUNTS_ONLY_POSSIBLE_ROWS(Interval.Sum.class, "add", "YES", 1),
    CALCULATION_READS_RIGHT_SIDE_TWICE(BoundValue.Calculated.class, "of", "left", 1),
    ;

    private static final Map<String, String> PAIRS = Map.of(
            "min", "max",
            "max", "min",
            "and", "or",
            "or", "and");

    private static final Map<String, String> FIELDS = Map.of("left", "right", "YES", "POSSIBLE");

    private final Class<?> type;
    private final String method;
    private final Object what;
    private final int which;
    private final int instead;

    JoinFault(Class<?> type, String method, Object what) {
        this(type, method, what, 1, 0);
    }

    JoinFault(Class<?> type, String method, Object what, int which) {
        this(type, method, what, which, 0);
    }

    /**
     * A fault.
     *
     * @param method the method's name or its beginning
     * @param what the target: an instruction; a called method, where one of {@link #PAIRS} is replaced by the other, a
     *     negation is removed, and other calls return false or 0; a field, replaced as in {@link #FIELDS}; or a
     *     number, replaced by 0
     * @param which the ordinal of the target within the method, from 1
     * @param instead the opcode that replaces an instruction
     */
    JoinFault(Class<?> type, String method, Object what, int which, int instead) {
        this.type = type;
        this.method = method;
        this.what = what;
        this.which = which;
        this.instead = instead;
    }

    String className() {
        return type.getName();
    }

    /** The class file with the fault planted. */
    byte[] plant(byte[] bytes) {
        int[] seen = {0};
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                                boolean here = name.equals(method)
                                        || (method.startsWith("lambda$") && name.startsWith(method));
                                return here ? new Planter(next, seen) : next;
                            }
                        },
                        0);
        if (seen[0] < which) {
            throw new AssertionError(name() + " has no place in " + className() + "." + method);
        }
        return writer.toByteArray();
    }

    private final class Planter extends MethodVisitor {

        private final int[] seen;

        Planter(MethodVisitor next, int[] seen) {
            super(Opcodes.ASM9, next);
            this.seen = seen;
        }

        private boolean is(Object instruction) {
            return instruction.equals(what) && ++seen[0] == which;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.LXOR && is("LXOR")) {
                super.visitInsn(Opcodes.POP2); // removes the mask of ones that would have inverted the bits
            } else {
                super.visitInsn(is(opcode) ? instead : opcode);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(is(value) ? 0L : value);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            String other = FIELDS.get(name);
            super.visitFieldInsn(opcode, owner, other != null && is(name) ? other : name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean here = is(name);
            if (here && name.equals("not")) {
                return; // the negation is left out
            }
            String other = PAIRS.get(name);
            super.visitMethodInsn(opcode, owner, here && other != null ? other : name, descriptor, isInterface);
            if (here && other == null) {
                super.visitInsn(Opcodes.POP);
                super.visitInsn(Opcodes.ICONST_0);
            }
        }
    }
}
