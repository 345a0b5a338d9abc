/**
 * Proof that the checks of an assignment are right: its solution meets all of them, and each of its mutants,
 * which are solutions wrong in one named way, misses the check that is there to notice. For instructors: none
 * of it, no solution and no mutant is on the class path of a student's run.
 */
package peerlab.grading.proof;
