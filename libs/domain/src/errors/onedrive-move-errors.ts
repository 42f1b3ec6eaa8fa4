import { defineEntries } from './define-entries';

/** OneDrive at the target and during the move. Explanations are ours. */
export const ONEDRIVE_MOVE_ERRORS = defineEntries(
  'Resolve orchestrated migration errors, OneDrive (contract page 4.3)',
  {
    MnATargetUserDoesNotExist: {
      title: 'Target account unknown',
      messageTemplate: 'Target user [{0}] does not exist on the target side.',
      cause: 'SharePoint of the target tenant does not know this account; new accounts take a while to arrive there.',
      remedy: 'Check the account and wait up to a day after it was created, then migrate again.',
      who: 'targetTenantAdmin',
      where: 'Microsoft Entra admin center of the target tenant',
      retryHelps: true,
    },
    MnATargetUserIsNotSpoEnabled: {
      title: 'Target account has no SharePoint',
      messageTemplate: 'Target user [{0}] is not allowed to have any SharePoint resources, including OneDrive.',
      cause: 'The target account has no licence with SharePoint or OneDrive, or may not create a personal site.',
      remedy: 'Assign a licence that contains OneDrive and allow personal sites, then migrate again.',
      who: 'licenceAdmin',
      where: 'Microsoft 365 admin center, licences of the person in the target tenant',
      retryHelps: false,
    },
    MnAMoveJobWasNotCreated: {
      title: 'Move was not queued',
      messageTemplate: 'The Cross-Tenant content move job was not created for the source site [{0}].',
      cause:
        'The source tenant did not take the move into its queue, for example because 4,000 moves already wait there.',
      remedy: 'Migrate again when the queue is shorter.',
      who: 'migrationAdmin',
      where: 'page of the job',
      retryHelps: true,
    },
    MnAMoveJobCreationFailed: {
      title: 'Move could not be queued',
      messageTemplate:
        'The Cross-Tenant content move job creation for the source object id [{0}] has failed. Error: [{1}]',
      cause: 'The source tenant refused the move for the reason in the message.',
      remedy: 'Remove that reason if it names one, then migrate again.',
      who: 'migrationAdmin',
      where: 'page of the job',
      retryHelps: true,
    },
    MnASiteMoveTargetUrlHasWriteConflict: {
      title: 'Target already has a OneDrive',
      messageTemplate:
        'The target tenant has a conflict for the site provided. Check whether site with url from the TargetSiteUrl ' +
        'property of this job already exists on the target.',
      cause: 'The target account already has a OneDrive at the address where the moved one belongs.',
      remedy: 'Save what is in it elsewhere, delete it also from the deleted sites, then migrate again.',
      who: 'targetTenantAdmin',
      where: 'SharePoint admin center of the target tenant, active and deleted sites',
      retryHelps: false,
    },
    MnAOdbOwnerUrlMismatch: {
      title: 'OneDrive has another owner',
      messageTemplate: "The OneDrive site '{0}' has a site owner '{1}' that doesn't match the owner of the OneDrive.",
      cause: 'Somebody else was made owner of this OneDrive, often after the person was renamed.',
      remedy: 'Make the person the owner of the OneDrive again, then migrate again.',
      who: 'sourceTenantAdmin',
      where: 'SharePoint admin center of the source tenant, owners of the site',
      retryHelps: false,
    },
    MnATargetUrlNotValidForRename: {
      title: 'Paths get too long',
      messageTemplate:
        "For site Source url '{0}', target url '{1}', including files and folders, exceeds the character limit of " +
        'the destination.',
      cause: 'The target address is longer than the old one, and some paths would exceed 400 characters.',
      remedy: 'Ask the person to shorten deep folders or long names, then migrate again.',
      who: 'user',
      where: 'OneDrive of the person at the source',
      retryHelps: false,
    },
    MnAFatalErrorAdminSiteCouldNotBeUsedAsMySiteHost: {
      title: 'Wrong OneDrive host of the target',
      messageTemplate: 'Cross-tenant moves are blocked because the TargetCrossTenantHostUrl value is incorrect.',
      cause: 'The relationship names the admin site, or another address that does not host OneDrives.',
      remedy: 'Set the address to https://<tenant>-my.sharepoint.com/ in the relationship, then validate again.',
      who: 'targetTenantAdmin',
      where: 'cross-tenant relationships of OneDrive (Get-SPOCrossTenantRelationship) of both tenants',
      retryHelps: false,
    },
    MnABYOKEnabledOnSourceTenant: {
      title: 'Source encrypts with its own key',
      messageTemplate:
        "Blocking Cross-Tenant moves because 'Bring Your Own Key' (BYOK) is enabled for the Source tenant.",
      cause: 'Content that is encrypted with a customer key of the source tenant cannot be moved away.',
      remedy: 'Talk to Microsoft support about rolling the customer key back before the migration.',
      who: 'sourceTenantAdmin',
      where: 'customer key settings of the source tenant',
      retryHelps: false,
    },
    MnAPartnersOnTheSameFarm: {
      title: 'Tenants share a location',
      messageTemplate:
        'It has been detected that partners reside in the same SPO location that prevents them from migrating.',
      cause: 'Both tenants live in the same part of SharePoint, between whose tenants content cannot be moved.',
      remedy: 'Open a case with Microsoft support; only Microsoft can move one of the tenants.',
      who: 'targetTenantAdmin',
      where: 'Microsoft support',
      retryHelps: false,
    },
    MnATargetSideEnvironmentHasConditionsThatBlockTheMove: {
      title: 'Target blocks the move',
      messageTemplate:
        'Cross-tenant moves are blocked because the target environment has conditions that prevent the move.',
      cause: 'A setting of the target tenant, such as a location or compliance rule, does not let this content in.',
      remedy:
        'Look for such rules in the target tenant or ask Microsoft support which one applies, then migrate again.',
      who: 'targetTenantAdmin',
      where: 'SharePoint admin center and compliance settings of the target tenant',
      retryHelps: false,
    },
    MnASiteMoveIsInprogressOrFinished: {
      title: 'OneDrive has a move already',
      messageTemplate:
        'Failed to initiate cross-tenant move because another move job for the same source URL [{0}] is already in ' +
        'progress or has finished.',
      cause: 'This OneDrive is being moved by another job, or has been moved before.',
      remedy: 'Look at the target whether the content is already there. If not, wait for the other move to end.',
      who: 'migrationAdmin',
      where: 'list of jobs, and the OneDrive of the person at the target',
      retryHelps: false,
    },
    MnAPartnersFarmsAreIncompatible: {
      title: 'Tenants are not compatible now',
      messageTemplate:
        'Please verify the compatibility status before running the migration. In case of incompatible tenants, we ' +
        'recommend waiting for a minimum of 48 hours.',
      cause: 'The two tenants run versions of SharePoint that differ too much at the moment, usually during an update.',
      remedy: 'Wait 48 hours, check that the compatibility status is Compatible or Warning, then migrate again.',
      who: 'targetTenantAdmin',
      where: 'compatibility status (Get-SPOCrossTenantCompatibilityStatus)',
      retryHelps: true,
    },
  },
);
