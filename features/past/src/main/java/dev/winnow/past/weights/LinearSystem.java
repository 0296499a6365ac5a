package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import org.jspecify.annotations.Nullable;

/** Solves systems of linear equations, by elimination. */
final class LinearSystem {

    private LinearSystem() {}

    /** The solution, exact; null if there is none or more than one. The arrays are not changed. */
    static Fraction @Nullable [] solve(Fraction[][] rows, Fraction... right) {
        int n = rows.length;
        Fraction[][] left = new Fraction[n][];
        for (int i = 0; i < n; i++) {
            left[i] = rows[i].clone();
        }
        Fraction[] result = right.clone();
        for (int column = 0; column < n; column++) {
            int pivot = column;
            while (pivot < n && left[pivot][column].signum() == 0) {
                pivot++;
            }
            if (pivot == n) {
                return null;
            }
            swap(left, column, pivot);
            swap(result, column, pivot);
            for (int i = column + 1; i < n; i++) {
                if (left[i][column].signum() != 0) {
                    Fraction factor = left[i][column].over(left[column][column]);
                    for (int j = column + 1; j < n; j++) {
                        if (left[column][j].signum() != 0) {
                            left[i][j] = left[i][j].minus(factor.times(left[column][j]));
                        }
                    }
                    result[i] = result[i].minus(factor.times(result[column]));
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                if (left[i][j].signum() != 0) {
                    result[i] = result[i].minus(left[i][j].times(result[j]));
                }
            }
            result[i] = result[i].over(left[i][i]);
        }
        return result;
    }

    /** The solution, nearly. Both arrays are changed. */
    static double[] solve(double[][] left, double... result) {
        int n = left.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                pivot = Math.abs(left[i][column]) > Math.abs(left[pivot][column]) ? i : pivot;
            }
            swap(left, column, pivot);
            double moved = result[column];
            result[column] = result[pivot];
            result[pivot] = moved;
            for (int i = column + 1; i < n; i++) {
                double factor = left[i][column] / left[column][column];
                if (factor != 0) {
                    for (int j = column + 1; j < n; j++) {
                        left[i][j] -= factor * left[column][j];
                    }
                    result[i] -= factor * result[column];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                result[i] -= left[i][j] * result[j];
            }
            result[i] /= left[i][i];
        }
        return result;
    }

    private static <T> void swap(T[] list, int one, int other) {
        T moved = list[one];
        list[one] = list[other];
        list[other] = moved;
    }
}
