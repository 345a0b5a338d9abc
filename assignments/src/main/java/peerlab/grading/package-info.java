/**
 * The grading kit: what a graded spec says about itself, and what becomes of it when it has run. A feature
 * that is marked {@link peerlab.grading.Graded} is a check; the checks of an assignment together are its
 * grade sheet.
 */
package peerlab.grading;
