using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedWebhooks.Benchmarks.Rivals.GitHub;

// The shape of the records that are emitted for pull_request.opened, written out as one would write them by hand for
// System.Text.Json's generator.

[JsonPolymorphic(TypeDiscriminatorPropertyName = "action", IgnoreUnrecognizedTypeDiscriminators = false)]
[JsonDerivedType(typeof(PullRequestOpenedEvent), "opened")]
internal abstract record RivalPullRequestEvent;

internal sealed record PullRequestOpenedEvent : RivalPullRequestEvent
{
    [JsonPropertyName("number")]
    public required long Number { get; init; }

    [JsonPropertyName("pull_request")]
    public required PullRequest PullRequest { get; init; }

    [JsonPropertyName("repository")]
    public required Repository Repository { get; init; }

    [JsonPropertyName("installation")]
    public InstallationLite? Installation { get; init; }

    [JsonPropertyName("organization")]
    public Organization? Organization { get; init; }

    [JsonPropertyName("sender")]
    public required User Sender { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record PullRequest
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("html_url")]
    public required string HtmlUrl { get; init; }

    [JsonPropertyName("diff_url")]
    public required string DiffUrl { get; init; }

    [JsonPropertyName("patch_url")]
    public required string PatchUrl { get; init; }

    [JsonPropertyName("issue_url")]
    public required string IssueUrl { get; init; }

    [JsonPropertyName("number")]
    public required long Number { get; init; }

    [JsonPropertyName("state")]
    public required PullRequestState State { get; init; }

    [JsonPropertyName("locked")]
    public required bool Locked { get; init; }

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("user")]
    public required User User { get; init; }

    [JsonPropertyName("body")]
    public required string? Body { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("closed_at")]
    public required DateTimeOffset? ClosedAt { get; init; }

    [JsonPropertyName("merged_at")]
    public required DateTimeOffset? MergedAt { get; init; }

    [JsonPropertyName("merge_commit_sha")]
    public required string? MergeCommitSha { get; init; }

    [JsonPropertyName("assignee")]
    public required User? Assignee { get; init; }

    [JsonPropertyName("assignees")]
    public required IReadOnlyList<User> Assignees { get; init; }

    [JsonPropertyName("requested_reviewers")]
    public required IReadOnlyList<User> RequestedReviewers { get; init; }

    [JsonPropertyName("requested_teams")]
    public required IReadOnlyList<Team> RequestedTeams { get; init; }

    [JsonPropertyName("labels")]
    public required IReadOnlyList<Label> Labels { get; init; }

    [JsonPropertyName("milestone")]
    public required Milestone? Milestone { get; init; }

    [JsonPropertyName("commits_url")]
    public required string CommitsUrl { get; init; }

    [JsonPropertyName("review_comments_url")]
    public required string ReviewCommentsUrl { get; init; }

    [JsonPropertyName("review_comment_url")]
    public required string ReviewCommentUrl { get; init; }

    [JsonPropertyName("comments_url")]
    public required string CommentsUrl { get; init; }

    [JsonPropertyName("statuses_url")]
    public required string StatusesUrl { get; init; }

    [JsonPropertyName("head")]
    public required PullRequestHead Head { get; init; }

    [JsonPropertyName("base")]
    public required PullRequestBase Base { get; init; }

    [JsonPropertyName("_links")]
    public required PullRequestLinks Links { get; init; }

    [JsonPropertyName("author_association")]
    public required AuthorAssociation AuthorAssociation { get; init; }

    [JsonPropertyName("auto_merge")]
    public required AutoMerge? AutoMerge { get; init; }

    [JsonPropertyName("active_lock_reason")]
    public required PullRequestActiveLockReason? ActiveLockReason { get; init; }

    [JsonPropertyName("draft")]
    public required bool Draft { get; init; }

    [JsonPropertyName("merged")]
    public required bool? Merged { get; init; }

    [JsonPropertyName("mergeable")]
    public required bool? Mergeable { get; init; }

    [JsonPropertyName("rebaseable")]
    public required bool? Rebaseable { get; init; }

    [JsonPropertyName("mergeable_state")]
    public required string MergeableState { get; init; }

    [JsonPropertyName("merged_by")]
    public required User? MergedBy { get; init; }

    [JsonPropertyName("comments")]
    public required long Comments { get; init; }

    [JsonPropertyName("review_comments")]
    public required long ReviewComments { get; init; }

    [JsonPropertyName("maintainer_can_modify")]
    public required bool MaintainerCanModify { get; init; }

    [JsonPropertyName("commits")]
    public required long Commits { get; init; }

    [JsonPropertyName("additions")]
    public required long Additions { get; init; }

    [JsonPropertyName("deletions")]
    public required long Deletions { get; init; }

    [JsonPropertyName("changed_files")]
    public required long ChangedFiles { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record Repository
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("full_name")]
    public required string FullName { get; init; }

    [JsonPropertyName("private")]
    public required bool Private { get; init; }

    [JsonPropertyName("owner")]
    public required User Owner { get; init; }

    [JsonPropertyName("html_url")]
    public required string HtmlUrl { get; init; }

    [JsonPropertyName("description")]
    public required string? Description { get; init; }

    [JsonPropertyName("fork")]
    public required bool Fork { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("forks_url")]
    public required string ForksUrl { get; init; }

    [JsonPropertyName("keys_url")]
    public required string KeysUrl { get; init; }

    [JsonPropertyName("collaborators_url")]
    public required string CollaboratorsUrl { get; init; }

    [JsonPropertyName("teams_url")]
    public required string TeamsUrl { get; init; }

    [JsonPropertyName("hooks_url")]
    public required string HooksUrl { get; init; }

    [JsonPropertyName("issue_events_url")]
    public required string IssueEventsUrl { get; init; }

    [JsonPropertyName("events_url")]
    public required string EventsUrl { get; init; }

    [JsonPropertyName("assignees_url")]
    public required string AssigneesUrl { get; init; }

    [JsonPropertyName("branches_url")]
    public required string BranchesUrl { get; init; }

    [JsonPropertyName("tags_url")]
    public required string TagsUrl { get; init; }

    [JsonPropertyName("blobs_url")]
    public required string BlobsUrl { get; init; }

    [JsonPropertyName("git_tags_url")]
    public required string GitTagsUrl { get; init; }

    [JsonPropertyName("git_refs_url")]
    public required string GitRefsUrl { get; init; }

    [JsonPropertyName("trees_url")]
    public required string TreesUrl { get; init; }

    [JsonPropertyName("statuses_url")]
    public required string StatusesUrl { get; init; }

    [JsonPropertyName("languages_url")]
    public required string LanguagesUrl { get; init; }

    [JsonPropertyName("stargazers_url")]
    public required string StargazersUrl { get; init; }

    [JsonPropertyName("contributors_url")]
    public required string ContributorsUrl { get; init; }

    [JsonPropertyName("subscribers_url")]
    public required string SubscribersUrl { get; init; }

    [JsonPropertyName("subscription_url")]
    public required string SubscriptionUrl { get; init; }

    [JsonPropertyName("commits_url")]
    public required string CommitsUrl { get; init; }

    [JsonPropertyName("git_commits_url")]
    public required string GitCommitsUrl { get; init; }

    [JsonPropertyName("comments_url")]
    public required string CommentsUrl { get; init; }

    [JsonPropertyName("issue_comment_url")]
    public required string IssueCommentUrl { get; init; }

    [JsonPropertyName("contents_url")]
    public required string ContentsUrl { get; init; }

    [JsonPropertyName("compare_url")]
    public required string CompareUrl { get; init; }

    [JsonPropertyName("merges_url")]
    public required string MergesUrl { get; init; }

    [JsonPropertyName("archive_url")]
    public required string ArchiveUrl { get; init; }

    [JsonPropertyName("downloads_url")]
    public required string DownloadsUrl { get; init; }

    [JsonPropertyName("issues_url")]
    public required string IssuesUrl { get; init; }

    [JsonPropertyName("pulls_url")]
    public required string PullsUrl { get; init; }

    [JsonPropertyName("milestones_url")]
    public required string MilestonesUrl { get; init; }

    [JsonPropertyName("notifications_url")]
    public required string NotificationsUrl { get; init; }

    [JsonPropertyName("labels_url")]
    public required string LabelsUrl { get; init; }

    [JsonPropertyName("releases_url")]
    public required string ReleasesUrl { get; init; }

    [JsonPropertyName("deployments_url")]
    public required string DeploymentsUrl { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("pushed_at")]
    public required DateTimeOffset? PushedAt { get; init; }

    [JsonPropertyName("git_url")]
    public required string GitUrl { get; init; }

    [JsonPropertyName("ssh_url")]
    public required string SshUrl { get; init; }

    [JsonPropertyName("clone_url")]
    public required string CloneUrl { get; init; }

    [JsonPropertyName("svn_url")]
    public required string SvnUrl { get; init; }

    [JsonPropertyName("homepage")]
    public required string? Homepage { get; init; }

    [JsonPropertyName("size")]
    public required long Size { get; init; }

    [JsonPropertyName("stargazers_count")]
    public required long StargazersCount { get; init; }

    [JsonPropertyName("watchers_count")]
    public required long WatchersCount { get; init; }

    [JsonPropertyName("language")]
    public required string? Language { get; init; }

    [JsonPropertyName("has_issues")]
    public required bool HasIssues { get; init; }

    [JsonPropertyName("has_projects")]
    public required bool HasProjects { get; init; }

    [JsonPropertyName("has_downloads")]
    public required bool HasDownloads { get; init; }

    [JsonPropertyName("has_wiki")]
    public required bool HasWiki { get; init; }

    [JsonPropertyName("has_pages")]
    public required bool HasPages { get; init; }

    [JsonPropertyName("has_discussions")]
    public bool? HasDiscussions { get; init; }

    [JsonPropertyName("forks_count")]
    public required long ForksCount { get; init; }

    [JsonPropertyName("mirror_url")]
    public required string? MirrorUrl { get; init; }

    [JsonPropertyName("archived")]
    public required bool Archived { get; init; }

    [JsonPropertyName("disabled")]
    public bool? Disabled { get; init; }

    [JsonPropertyName("open_issues_count")]
    public required long OpenIssuesCount { get; init; }

    [JsonPropertyName("license")]
    public required License? License { get; init; }

    [JsonPropertyName("forks")]
    public required long Forks { get; init; }

    [JsonPropertyName("open_issues")]
    public required long OpenIssues { get; init; }

    [JsonPropertyName("watchers")]
    public required long Watchers { get; init; }

    [JsonPropertyName("stargazers")]
    public long? Stargazers { get; init; }

    [JsonPropertyName("default_branch")]
    public required string DefaultBranch { get; init; }

    [JsonPropertyName("allow_squash_merge")]
    public bool? AllowSquashMerge { get; init; }

    [JsonPropertyName("allow_merge_commit")]
    public bool? AllowMergeCommit { get; init; }

    [JsonPropertyName("allow_rebase_merge")]
    public bool? AllowRebaseMerge { get; init; }

    [JsonPropertyName("allow_auto_merge")]
    public bool? AllowAutoMerge { get; init; }

    [JsonPropertyName("allow_forking")]
    public bool? AllowForking { get; init; }

    [JsonPropertyName("allow_update_branch")]
    public bool? AllowUpdateBranch { get; init; }

    [JsonPropertyName("use_squash_pr_title_as_default")]
    public bool? UseSquashPrTitleAsDefault { get; init; }

    [JsonPropertyName("squash_merge_commit_message")]
    public string? SquashMergeCommitMessage { get; init; }

    [JsonPropertyName("squash_merge_commit_title")]
    public string? SquashMergeCommitTitle { get; init; }

    [JsonPropertyName("merge_commit_message")]
    public string? MergeCommitMessage { get; init; }

    [JsonPropertyName("merge_commit_title")]
    public string? MergeCommitTitle { get; init; }

    [JsonPropertyName("is_template")]
    public required bool IsTemplate { get; init; }

    [JsonPropertyName("web_commit_signoff_required")]
    public required bool WebCommitSignoffRequired { get; init; }

    [JsonPropertyName("topics")]
    public required IReadOnlyList<string> Topics { get; init; }

    [JsonPropertyName("visibility")]
    public required RepositoryVisibility Visibility { get; init; }

    [JsonPropertyName("delete_branch_on_merge")]
    public bool? DeleteBranchOnMerge { get; init; }

    [JsonPropertyName("master_branch")]
    public string? MasterBranch { get; init; }

    [JsonPropertyName("permissions")]
    public RepositoryPermissions? Permissions { get; init; }

    [JsonPropertyName("public")]
    public bool? Public { get; init; }

    [JsonPropertyName("organization")]
    public string? Organization { get; init; }

    [JsonPropertyName("custom_properties")]
    public required IReadOnlyDictionary<string, JsonElement> CustomProperties { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record InstallationLite
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record Organization
{
    [JsonPropertyName("login")]
    public required string Login { get; init; }

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("html_url")]
    public string? HtmlUrl { get; init; }

    [JsonPropertyName("repos_url")]
    public required string ReposUrl { get; init; }

    [JsonPropertyName("events_url")]
    public required string EventsUrl { get; init; }

    [JsonPropertyName("hooks_url")]
    public required string HooksUrl { get; init; }

    [JsonPropertyName("issues_url")]
    public required string IssuesUrl { get; init; }

    [JsonPropertyName("members_url")]
    public required string MembersUrl { get; init; }

    [JsonPropertyName("public_members_url")]
    public required string PublicMembersUrl { get; init; }

    [JsonPropertyName("avatar_url")]
    public required string AvatarUrl { get; init; }

    [JsonPropertyName("description")]
    public required string? Description { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record User
{
    [JsonPropertyName("login")]
    public required string Login { get; init; }

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("avatar_url")]
    public required string AvatarUrl { get; init; }

    [JsonPropertyName("gravatar_id")]
    public required string GravatarId { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("html_url")]
    public required string HtmlUrl { get; init; }

    [JsonPropertyName("followers_url")]
    public required string FollowersUrl { get; init; }

    [JsonPropertyName("following_url")]
    public required string FollowingUrl { get; init; }

    [JsonPropertyName("gists_url")]
    public required string GistsUrl { get; init; }

    [JsonPropertyName("starred_url")]
    public required string StarredUrl { get; init; }

    [JsonPropertyName("subscriptions_url")]
    public required string SubscriptionsUrl { get; init; }

    [JsonPropertyName("organizations_url")]
    public required string OrganizationsUrl { get; init; }

    [JsonPropertyName("repos_url")]
    public required string ReposUrl { get; init; }

    [JsonPropertyName("events_url")]
    public required string EventsUrl { get; init; }

    [JsonPropertyName("received_events_url")]
    public required string ReceivedEventsUrl { get; init; }

    [JsonPropertyName("type")]
    public required UserType Type { get; init; }

    [JsonPropertyName("site_admin")]
    public required bool SiteAdmin { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record Team
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("slug")]
    public required string Slug { get; init; }

    [JsonPropertyName("description")]
    public required string? Description { get; init; }

    [JsonPropertyName("privacy")]
    public required TeamPrivacy Privacy { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("html_url")]
    public required string HtmlUrl { get; init; }

    [JsonPropertyName("members_url")]
    public required string MembersUrl { get; init; }

    [JsonPropertyName("repositories_url")]
    public required string RepositoriesUrl { get; init; }

    [JsonPropertyName("permission")]
    public required string Permission { get; init; }

    [JsonPropertyName("parent")]
    public TeamParent? Parent { get; init; }

    [JsonPropertyName("notification_setting")]
    public TeamNotificationSetting? NotificationSetting { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record Label
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public required string? Description { get; init; }

    [JsonPropertyName("color")]
    public required string Color { get; init; }

    [JsonPropertyName("default")]
    public required bool Default { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record Milestone
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("html_url")]
    public required string HtmlUrl { get; init; }

    [JsonPropertyName("labels_url")]
    public required string LabelsUrl { get; init; }

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("number")]
    public required long Number { get; init; }

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("description")]
    public required string? Description { get; init; }

    [JsonPropertyName("creator")]
    public required User Creator { get; init; }

    [JsonPropertyName("open_issues")]
    public required long OpenIssues { get; init; }

    [JsonPropertyName("closed_issues")]
    public required long ClosedIssues { get; init; }

    [JsonPropertyName("state")]
    public required MilestoneState State { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("due_on")]
    public required DateTimeOffset? DueOn { get; init; }

    [JsonPropertyName("closed_at")]
    public required DateTimeOffset? ClosedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record PullRequestHead
{
    [JsonPropertyName("label")]
    public required string Label { get; init; }

    [JsonPropertyName("ref")]
    public required string Ref { get; init; }

    [JsonPropertyName("sha")]
    public required string Sha { get; init; }

    [JsonPropertyName("user")]
    public required User User { get; init; }

    [JsonPropertyName("repo")]
    public required Repository? Repo { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record PullRequestBase
{
    [JsonPropertyName("label")]
    public required string Label { get; init; }

    [JsonPropertyName("ref")]
    public required string Ref { get; init; }

    [JsonPropertyName("sha")]
    public required string Sha { get; init; }

    [JsonPropertyName("user")]
    public required User User { get; init; }

    [JsonPropertyName("repo")]
    public required Repository Repo { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record PullRequestLinks
{
    [JsonPropertyName("self")]
    public required Link Self { get; init; }

    [JsonPropertyName("html")]
    public required Link Html { get; init; }

    [JsonPropertyName("issue")]
    public required Link Issue { get; init; }

    [JsonPropertyName("comments")]
    public required Link Comments { get; init; }

    [JsonPropertyName("review_comments")]
    public required Link ReviewComments { get; init; }

    [JsonPropertyName("review_comment")]
    public required Link ReviewComment { get; init; }

    [JsonPropertyName("commits")]
    public required Link Commits { get; init; }

    [JsonPropertyName("statuses")]
    public required Link Statuses { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record AutoMerge
{
    [JsonPropertyName("enabled_by")]
    public required User? EnabledBy { get; init; }

    [JsonPropertyName("merge_method")]
    public required AutoMergeMergeMethod MergeMethod { get; init; }

    [JsonPropertyName("commit_title")]
    public required string? CommitTitle { get; init; }

    [JsonPropertyName("commit_message")]
    public required string? CommitMessage { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record License
{
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("spdx_id")]
    public required string SpdxId { get; init; }

    [JsonPropertyName("url")]
    public required string? Url { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record RepositoryPermissions
{
    [JsonPropertyName("pull")]
    public required bool Pull { get; init; }

    [JsonPropertyName("push")]
    public required bool Push { get; init; }

    [JsonPropertyName("admin")]
    public required bool Admin { get; init; }

    [JsonPropertyName("maintain")]
    public bool? Maintain { get; init; }

    [JsonPropertyName("triage")]
    public bool? Triage { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record TeamParent
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("node_id")]
    public required string NodeId { get; init; }

    [JsonPropertyName("slug")]
    public required string Slug { get; init; }

    [JsonPropertyName("description")]
    public required string? Description { get; init; }

    [JsonPropertyName("privacy")]
    public required TeamParentPrivacy Privacy { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("html_url")]
    public required string HtmlUrl { get; init; }

    [JsonPropertyName("members_url")]
    public required string MembersUrl { get; init; }

    [JsonPropertyName("repositories_url")]
    public required string RepositoriesUrl { get; init; }

    [JsonPropertyName("permission")]
    public required string Permission { get; init; }

    [JsonPropertyName("notification_setting")]
    public TeamParentNotificationSetting? NotificationSetting { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record Link
{
    [JsonPropertyName("href")]
    public required string Href { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PullRequestState>))]
internal enum PullRequestState
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("closed")]
    Closed,
}

[JsonConverter(typeof(JsonStringEnumConverter<AuthorAssociation>))]
internal enum AuthorAssociation
{
    [JsonStringEnumMemberName("COLLABORATOR")]
    Collaborator,

    [JsonStringEnumMemberName("CONTRIBUTOR")]
    Contributor,

    [JsonStringEnumMemberName("FIRST_TIMER")]
    FirstTimer,

    [JsonStringEnumMemberName("FIRST_TIME_CONTRIBUTOR")]
    FirstTimeContributor,

    [JsonStringEnumMemberName("MANNEQUIN")]
    Mannequin,

    [JsonStringEnumMemberName("MEMBER")]
    Member,

    [JsonStringEnumMemberName("NONE")]
    None,

    [JsonStringEnumMemberName("OWNER")]
    Owner,
}

[JsonConverter(typeof(JsonStringEnumConverter<PullRequestActiveLockReason>))]
internal enum PullRequestActiveLockReason
{
    [JsonStringEnumMemberName("resolved")]
    Resolved,

    [JsonStringEnumMemberName("off-topic")]
    OffTopic,

    [JsonStringEnumMemberName("too heated")]
    TooHeated,

    [JsonStringEnumMemberName("spam")]
    Spam,
}

[JsonConverter(typeof(JsonStringEnumConverter<RepositoryVisibility>))]
internal enum RepositoryVisibility
{
    [JsonStringEnumMemberName("public")]
    Public,

    [JsonStringEnumMemberName("private")]
    Private,

    [JsonStringEnumMemberName("internal")]
    Internal,
}

[JsonConverter(typeof(JsonStringEnumConverter<UserType>))]
internal enum UserType
{
    [JsonStringEnumMemberName("Bot")]
    Bot,

    [JsonStringEnumMemberName("User")]
    User,

    [JsonStringEnumMemberName("Organization")]
    Organization,
}

[JsonConverter(typeof(JsonStringEnumConverter<TeamPrivacy>))]
internal enum TeamPrivacy
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("closed")]
    Closed,

    [JsonStringEnumMemberName("secret")]
    Secret,
}

[JsonConverter(typeof(JsonStringEnumConverter<TeamNotificationSetting>))]
internal enum TeamNotificationSetting
{
    [JsonStringEnumMemberName("notifications_enabled")]
    NotificationsEnabled,

    [JsonStringEnumMemberName("notifications_disabled")]
    NotificationsDisabled,
}

[JsonConverter(typeof(JsonStringEnumConverter<MilestoneState>))]
internal enum MilestoneState
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("closed")]
    Closed,
}

[JsonConverter(typeof(JsonStringEnumConverter<AutoMergeMergeMethod>))]
internal enum AutoMergeMergeMethod
{
    [JsonStringEnumMemberName("merge")]
    Merge,

    [JsonStringEnumMemberName("squash")]
    Squash,

    [JsonStringEnumMemberName("rebase")]
    Rebase,
}

[JsonConverter(typeof(JsonStringEnumConverter<TeamParentPrivacy>))]
internal enum TeamParentPrivacy
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("closed")]
    Closed,

    [JsonStringEnumMemberName("secret")]
    Secret,
}

[JsonConverter(typeof(JsonStringEnumConverter<TeamParentNotificationSetting>))]
internal enum TeamParentNotificationSetting
{
    [JsonStringEnumMemberName("notifications_enabled")]
    NotificationsEnabled,

    [JsonStringEnumMemberName("notifications_disabled")]
    NotificationsDisabled,
}
