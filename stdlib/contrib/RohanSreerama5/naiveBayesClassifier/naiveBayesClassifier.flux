// Package naiveBayesClassifier tells classes apart.
package naiveBayesClassifier
