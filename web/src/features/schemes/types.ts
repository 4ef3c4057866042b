import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

export type Shown = Schemas['SchemeShown']
export type ShownIndicator = Schemas['IndicatorShown']
export type ShownRule = Schemas['RuleShown']
export type Draft = Schemas['SchemeDraft']
export type Whole = Schemas['SchemeDraftWhole']
export type Judged = Schemas['SchemeJudged']
export type Trial = Schemas['SchemeTrial']
export type TrialMover = Schemas['TrialMover']
export type Weights = Schemas['SuggestedWeights']
export type Change = Schemas['SchemeChange']
