export { startFollowing } from './follow.ts';
export { FollowingModule } from './following.module.ts';
