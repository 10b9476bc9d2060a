// Batch pipelines write Python names. The fields the contract knows are read under both spellings; everything else stays as it is.
const CONTRACT_NAMES: Readonly<Record<string, string>> = {
  content_type: 'contentType',
  duplicate_group: 'duplicateGroup',
  pinned_start: 'pinnedStart',
  age_cohorts: 'ageCohorts',
  device_split: 'deviceSplit',
  time_zone_weights: 'timeZoneWeights',
  time_zone: 'timeZone',
  min_gap_hours: 'minGapHours',
  max_concurrent_posts: 'maxConcurrentPosts',
  preferred_windows: 'preferredWindows',
  prohibited_windows: 'prohibitedWindows',
  daily_cap: 'dailyCap',
  api_quota: 'apiQuota',
  posted_at: 'postedAt',
  engagement_rate: 'engagementRate',
  is_successful: 'isSuccessful',
  watch_time_minutes: 'watchTimeMinutes',
  job_id: 'jobId',
  planned_at: 'plannedAt',
  started_at: 'startedAt',
  performance_history: 'history',
  audience_profiles: 'audiences',
  bulk_job_id: 'bulkJobId',
  scheduling_metadata: 'schedulingMetadata',
  start_after: 'startAfter',
  start_date: 'from',
  end_date: 'to',
  suggested_concurrency: 'suggestedConcurrency',
  max_parallelism: 'maxParallelism',
  rate_limited_count: 'rateLimitedCount',
  duplicate_gap_hours: 'duplicateGapHours',
  post_id: 'postId',
  external_id: 'externalId',
  max_urgent_concurrent_posts: 'maxUrgentConcurrentPosts',
  preferred_only: 'preferredOnly',
  // The names of the source's configuration.
  w_demo: 'demographicWeight',
  w_fmt: 'formatWeight',
  w_seas: 'seasonWeight',
  epsilon: 'explorationRate',
  initial_backoff: 'initialBackoffSeconds',
  backoff_multiplier: 'backoffMultiplier',
  max_backoff: 'maxBackoffSeconds',
};

/** A copy with the contract's spelling. Where both spellings stand, the contract's own wins. */
export function withContractNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withContractNames);
  if (typeof value !== 'object' || value === null) return value;
  const renamed: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const known = Object.hasOwn(CONTRACT_NAMES, name) ? CONTRACT_NAMES[name]! : name;
    if (known !== name && Object.hasOwn(value, known)) continue;
    renamed[known] = withContractNames(field);
  }
  return renamed;
}
